import { expect, test } from "vitest";
import { findError } from "../../../training/build/find-error.ts";
import { sampleCase } from "../../helpers/sample-suite.ts";
import { probeCard, probeJudges, probeMaterial } from "../../helpers/training-material.ts";

test("sentence by sentence: aim, question and solution are about what the grader sees, not the rest", () => {
  const judges = {
    ...probeJudges(),
    acceptedBy: (_grader: string, _place: unknown, text: string) => !text.includes("40"),
  };
  const graded = sampleCase();
  const card = probeCard(
    "Die Hundesteuer beträgt 96 Euro im Jahr. Sie zahlen dafür auch 40 Euro Gebühr. Der Hund braucht eine Marke.",
    {
      reasons: [
        { grader: "readability", reason: "Band: höchstens 8, verfehlt." },
        {
          grader: "unsupported",
          reason: "Nicht in der Quelle: „40 Euro“ (1 von 2 geprüften Angaben).",
        },
      ],
    },
  );
  const place = { suite: "probe", case: graded, input: "raw" as const };
  const material = probeMaterial([card], { case: graded });
  const draft = findError({ card, case: graded, place, competence: "adressat", material, judges });
  expect(draft?.exercise.competence).toBe("pruefen");
  expect(draft?.exercise.question).toContain("eine Zahl, ein Datum");
  expect(draft?.exercise.solution).toBe("Im amtlichen Text steht nicht: „40 Euro“.");
});
