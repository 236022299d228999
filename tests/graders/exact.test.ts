import { describe, expect, test } from "vitest";
import { exact } from "../../graders/exact.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

function grade(answer: string, choice: string, options = {}) {
  return exact.grade({ answer, case: { expected: { choice } } }, { options }).score;
}

const same: readonly (readonly [answer: string, expected: string])[] = [
  ["Ja", "Ja"],
  ["ja.", "Ja"],
  ["Ja!", "Ja"],
  ["Kategorie: Wohngeld", "Wohngeld"],
  ["  „Ja“ ", "Ja"],
  ["**Ja**", "ja"],
  ["Antwort: Ja", "Ja"],
  ["**Antwort:** Ja.", "Ja"],
  ["Die richtige Antwort lautet: Bürgeramt", "Bürgeramt"],
  ["Nein", "Ja / Nein"],
  ["37,00 €", "37 Euro"],
  ["Antwort: 1. März 2026.", "01.03.2026"],
  ["`12‑34`", "12-34"],
  ["(b)", "B"],
  ["Bürgeramt   Musterfurt\n", "Bürgeramt Musterfurt"],
];
const different: readonly (readonly [answer: string, expected: string])[] = [
  ["Nein", "Ja"],
  ["Ja, das stimmt.", "Ja"],
  ["37 Euro und 22,80 Euro", "37 Euro"],
  ["mindestens 37 Euro", "37 Euro"],
  ["22,80 Euro", "37 Euro"],
  ["1. März", "01.03.2026"],
  ["Bürgeramt", "Bürgeramt Musterfurt"],
];

describe("exact", () => {
  test.each(same)("%s is %s", (answer, expected) => {
    expect(grade(answer, expected)).toMatchObject({ value: 1, passed: true });
  });

  test.each(different)("%s is not %s", (answer, expected) => {
    expect(grade(answer, expected)).toMatchObject({ value: 0, passed: false });
  });

  test("options: case, values", () => {
    expect(grade("ja", "Ja", { caseSensitive: true })).toMatchObject({ value: 0 });
    expect(grade("37,00 €", "37 Euro", { values: "nein" })).toMatchObject({ value: 0 });
  });

  test("points at the answer without its dress", () => {
    const score = grade("Antwort: **Nein**.", "Ja");
    expect(score).toMatchObject({ evidence: [{ quote: "Nein", kind: "other" }] });
    expect(score.reason).toContain("„Nein“");
    expect(score.reason).toContain("„Ja“");
  });

  test("takes the reference without a choice, and is unscored without either", () => {
    const byReference = exact.grade({ answer: "Ja", case: { reference: "Ja." } }).score;
    expect(byReference).toMatchObject({ value: 1 });
    expect(exact.grade({ answer: "Ja" }).score.status).toBe("unscored");
  });

  test("keeps the laws", { timeout: 60_000 }, () => {
    assertGraderLaws(exact, {
      case: { expected: { choice: "37 Euro / Ja" } },
      answers: [...same, ...different].map(([answer]) => answer),
    });
  });

  test("golden", () => {
    assertGolden(exact, new URL("../golden/graders/exact.json", import.meta.url));
  });
});
