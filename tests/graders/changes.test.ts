import { describe, expect, test } from "vitest";
import type { GradedCase } from "../../core/case.ts";
import { changes } from "../../graders/changes.ts";
import written from "./changes-answers.json" with { type: "json" };
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const graded: GradedCase = {
  expected: {
    changes: [
      { old: "innerhalb von zwei Wochen", new: "innerhalb eines Monats", meaning: true },
      { old: "Gebühr von 22,80 Euro", new: "Gebühr von 37 Euro", meaning: true },
      { old: "Der Antrag ist schriftlich zu stellen.", new: "", meaning: true },
      { old: "Antragsformular", new: "Vordruck", meaning: false },
    ],
  },
};
const list = [
  "Folgende Änderungen habe ich gefunden:",
  "",
  "- Die Frist wurde von zwei Wochen auf einen Monat verlängert.",
  "- Die Gebühr beträgt jetzt 37,00 € statt 22,80 €.",
  "- Dass der Antrag schriftlich zu stellen ist, wurde gestrichen.",
  "- Statt „Antragsformular“ heißt es nun „Vordruck“. Das ist nur eine sprachliche Änderung.",
  "",
  "Ansonsten ist der Text unverändert.",
].join("\n");
const prose =
  "Die Widerspruchsfrist ist nun ein Monat. Die Gebühr wurde auf 37 Euro erhöht. Die Pflicht, den Antrag schriftlich zu stellen, entfällt. Das Wort Antragsformular wurde durch Vordruck ersetzt.";
const table = [
  "| Alt | Neu |",
  "|---|---|",
  "| zwei Wochen | ein Monat |",
  "| 22,80 Euro | 37 Euro |",
  "| Der Antrag ist schriftlich zu stellen. | entfällt |",
  "| Antragsformular | Vordruck |",
].join("\n");
const labelled = [
  "1. **Frist**",
  "   - Alt: zwei Wochen",
  "   - Neu: ein Monat",
  "2. **Gebühr**",
  "   - Alt: 22,80 Euro",
  "   - Neu: 37 Euro",
  "3. **Form**",
  "   - Alt: Der Antrag ist schriftlich zu stellen.",
  "   - Neu: entfällt",
  "4. **Wortwahl**",
  "   - Alt: Antragsformular",
  "   - Neu: Vordruck",
].join("\n");
const sections = [
  "## Inhaltliche Änderungen",
  "- Frist: zwei Wochen → ein Monat",
  "- Gebühr: 22,80 Euro → 37 Euro",
  "- Die Schriftform (Antrag schriftlich stellen) ist weggefallen.",
  "",
  "## Rein sprachliche Änderungen",
  "- Antragsformular → Vordruck",
].join("\n");

function grade(answer: string, wanted = graded) {
  const { score } = changes.grade({ answer, case: wanted });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}

describe("changes", () => {
  test.each([list, prose, table, labelled, sections])("finds all: %s", (answer) => {
    const judged = grade(answer);
    expect(judged.reason).toContain("4 von 4 Änderungen");
    expect(judged).toMatchObject({ value: 1, passed: true, measures: { claims: 4, found: 4 } });
  });

  test("a missing change lowers recall and is named", () => {
    const judged = grade(list.replace(/- Die Gebühr.*\n/u, ""));
    expect(judged.measures).toMatchObject({ recall: 0.75, precision: 1, found: 3 });
    expect(judged.value).toBeCloseTo(6 / 7);
    expect(judged.reason).toContain("Es fehlt: „Gebühr von 22,80 Euro“ → „Gebühr von 37 Euro“.");
  });

  test("an invented change lowers precision, with its place", () => {
    const extra = "- Die Zuständigkeit liegt jetzt beim Landratsamt.";
    const judged = grade(list.replace("- Die Frist", `${extra}\n- Die Frist`));
    expect(judged.measures).toMatchObject({ recall: 1, precision: 0.8, claims: 5 });
    expect(judged.evidence).toContainEqual(expect.objectContaining({ kind: "no-change" }));
    expect(judged.reason).toContain("Zuständigkeit");
  });

  test.each([
    "- Die Gebühr sinkt von 37 Euro auf 22,80 Euro.",
    "- Die Gebühr beträgt jetzt 22,80 Euro statt 37 Euro.",
    "- 37 Euro → 22,80 Euro",
    "- Die Gebühr beträgt jetzt 38 Euro.",
  ])("old and new swapped, or another value, is wrong: %s", (claim) => {
    const one = { expected: { changes: graded.expected?.changes?.slice(1, 2) ?? [] } };
    expect(grade(claim, one)).toMatchObject({ value: 0, measures: { found: 0, claims: 1 } });
  });

  test("the wrong kind does not count, no kind does", () => {
    const one = { expected: { changes: graded.expected?.changes?.slice(1, 2) ?? [] } };
    const silent = grade("- Die Gebühr ist jetzt 37 Euro.", one);
    expect(silent).toMatchObject({ value: 1, measures: { kindsSaid: 0 } });
    const wrong = grade("- Die Gebühr ist jetzt 37 Euro. Das ist nur redaktionell.", one);
    expect(wrong).toMatchObject({ value: 0, measures: { kindsSaid: 1, kindsRight: 0 } });
    expect(wrong.reason).toContain("Als falsche Art eingeordnet");
    const right = grade("- Die Gebühr ist jetzt 37 Euro, also inhaltlich geändert.", one);
    expect(right).toMatchObject({ value: 1, measures: { kindsSaid: 1, kindsRight: 1 } });
  });

  test("no change named, and the new text copied, are worth nothing", () => {
    expect(grade("Es gibt keine Änderungen.")).toMatchObject({ value: 0, measures: { claims: 0 } });
    const copy = "Sie müssen innerhalb eines Monats antworten. Es gilt die Gebühr von 37 Euro.";
    expect(grade(copy)).toMatchObject({ value: 0 });
  });

  test.each(written)("as models write: $answer", ({ changes: wanted, answer, passes }) => {
    expect(grade(answer, { expected: { changes: wanted } })).toMatchObject({ passed: passes });
  });

  test("an insertion", () => {
    const expected = {
      changes: [{ old: "", new: "Der Antrag kann auch elektronisch gestellt werden." }],
    };
    const answer = "Neu ist, dass Sie den Antrag auch elektronisch stellen können.";
    expect(grade(answer, { expected })).toMatchObject({ value: 1 });
    expect(grade("Neu ist das Wappen.", { expected })).toMatchObject({ value: 0 });
  });

  test("is unscored without changes", () => {
    expect(changes.grade({ answer: list }).score.status).toBe("unscored");
  });

  test("a line Neu: behind a finished change is a change of its own", () => {
    const wanted = {
      expected: {
        changes: [
          { old: "Gebühr 30 Euro", new: "Gebühr 37 Euro" },
          { old: "", new: "Der Antrag kann online gestellt werden." },
        ],
      },
    };
    const answer = "Gebühr: 30 Euro → 37 Euro\nNeu: Antrag online möglich";
    expect(grade(answer, wanted).measures).toMatchObject({ claims: 2, rightClaims: 2 });
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    assertGraderLaws(changes, { case: graded, answers: [list, prose, table, labelled, sections] });
  });

  test("golden", () => {
    assertGolden(changes, new URL("../golden/graders/changes.json", import.meta.url));
  });
});
