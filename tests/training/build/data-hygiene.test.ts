import { expect, test } from "vitest";
import { dataHygiene } from "../../../training/build/data-hygiene.ts";
import { isSolvable } from "../../../training/draft.ts";
import { sampleCase } from "../../helpers/sample-suite.ts";
import { probeCard, probeJudges, probeMaterial } from "../../helpers/training-material.ts";

const judges = probeJudges();

function draftOf(part: Record<string, unknown> = {}) {
  const graded = sampleCase({
    protection: "synthetic",
    input: {
      text: "Meldeamt, Vorgang MR-2026-3391. Herr Konrad Thelen fragt in Kirchlohne nach der Gebühr. Keine Auskunft, der Antrag ruht seit dem 4. Mai.",
      pseudonymised:
        "Meldeamt, Vorgang MR-2026-3391. [NAME_1] fragt in Kirchlohne nach der Gebühr. Keine Auskunft, der Antrag ruht seit dem 4. Mai.",
    },
    expected: {
      facts: ["keine Auskunft", "Kirchlohne / 4. Mai", "MR-2026-3391"],
      protected: ["Kirchlohne"],
      allowed: ["Thelen", "MR-2026-3391"],
    },
    ...part,
  });
  const card = probeCard("Eine Antwort.");
  const place = { suite: "probe", case: graded, input: "raw" as const };
  const material = probeMaterial([card], { case: graded });
  return dataHygiene({ card, case: graded, place, competence: "daten", material, judges });
}

test("names and file numbers have to go; only words that lead to nobody may stay", () => {
  const draft = draftOf();
  if (draft?.exercise.task.kind !== "choice") throw new Error("no choice");
  const { options } = draft.exercise.task;
  const right = options.filter((one) => one.right).map(({ text }) => text);
  const wrong = options.filter((one) => !one.right).map(({ text }) => text);
  expect(right.toSorted()).toEqual(["Herr Konrad Thelen", "MR-2026-3391"]);
  expect(wrong.toSorted()).toEqual(["Antrag", "Auskunft", "Gebühr", "Vorgang"]);
  expect(isSolvable(draft, judges)).toBe(true);
});

test("the text that may go in has no file number; what stays delicate is said", () => {
  const solution = draftOf()?.exercise.solution;
  expect(solution).not.toContain("3391");
  expect(solution).toMatch(/heikel.*„Kirchlohne“/u);
});

test("a pseudonymised text that does not fit the original makes no exercise", () => {
  expect(draftOf({ input: { text: "Frau Sommer.", pseudonymised: "Ganz [NAME_1] anders" } })).toBe(
    undefined,
  );
});

test("a name marked as harmless does not pass the check", () => {
  const draft = draftOf();
  if (draft === undefined) throw new Error("no draft");
  const proofs = draft.proofs.map((proof) => ({ ...proof, holds: false }));
  expect(isSolvable({ ...draft, proofs }, judges)).toBe(false);
});
