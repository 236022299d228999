import { describe, expect, test } from "vitest";
import type { GradedCase } from "../../core/case.ts";
import { simplification } from "../../graders/simplification.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const source =
  "Die Antragstellung ist bei der örtlich zuständigen Behörde unter Vorlage der erforderlichen Unterlagen bis zum 31. März 2026 gegen Entrichtung einer Verwaltungsgebühr in Höhe von 37 Euro vorzunehmen.";
const reference =
  "Stellen Sie den Antrag beim Amt. Bringen Sie Ihre Unterlagen mit. Sie haben bis zum 31. März 2026 Zeit. Der Antrag kostet 37 Euro.";
const plain: GradedCase = { input: { text: source }, reference };
const withFacts: GradedCase = {
  ...plain,
  expected: { facts: ["37 Euro", "bis 31. März 2026", "Unterlagen"] },
};
const good =
  "Sie müssen einen Antrag stellen. Das geht beim Amt, und zwar bis zum 31.03.2026. Die Gebühr ist 37,00 €. Ihre Unterlagen nehmen Sie mit.";

function grade(answer: string, graded = plain, options: object = {}) {
  const { score } = simplification.grade({ answer, case: graded }, { options });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}

describe("simplification", () => {
  test.each([reference, good])("passes: %s", (answer) => {
    expect(grade(answer)).toMatchObject({ value: 1, passed: true });
    expect(grade(answer, withFacts)).toMatchObject({ value: 1, passed: true });
  });

  test("the unchanged source is not easier", () => {
    const copy = grade(source);
    expect(copy).toMatchObject({ value: 0, passed: false, measures: { gain: 0 } });
    expect(copy.measures["sari"]).toBe(copy.measures["sariCopy"]);
  });

  test("a lost value or fact lowers the value and is named", () => {
    const lost = grade(good.replace("37,00 €", "gering"));
    expect(lost).toMatchObject({ value: 0.5, passed: false });
    expect(lost.reason).toContain("Es fehlt: „37 Euro“.");
    const without = grade(good.replace("Ihre Unterlagen nehmen Sie mit.", ""), withFacts);
    expect(without.value).toBeCloseTo(2 / 3);
    expect(without.reason).toContain("„Unterlagen“");
  });

  test("a denied value is lost", () => {
    const denied = grade(good.replace("Die Gebühr ist 37,00 €", "Es kostet nicht 37,00 €"));
    expect(denied).toMatchObject({ value: 0.5, passed: false });
    expect(denied.reason).toContain("Es fehlt: „37 Euro“.");
  });

  test("half of the demanded gain is half of the value; more than the reference is never asked", () => {
    const { gain = 0 } = grade(reference).measures;
    expect(gain).toBeGreaterThan(5);
    expect(grade(reference, plain, { minimumGain: 1000 })).toMatchObject({ value: 1 });
    const harder = grade(`${source} ${reference}`, plain, { minimumGain: 1000 });
    expect(harder.value).toBeCloseTo((harder.measures["gain"] ?? 0) / gain);
  });

  test("SARI is named in full, beside the copy, and its vectors hold", () => {
    const vector: GradedCase = {
      input: { text: "About 95 species are currently accepted ." },
      reference: "About 95 species are currently known .",
      expected: {
        references: ["About 95 species are now accepted .", "95 species are now accepted ."],
      },
    };
    const judged = grade("About 95 you now get in .", vector);
    expect(judged.measures["sari"]).toBeCloseTo(31.350247, 6);
    expect(judged.measures["sariCopy"]).toBeCloseTo(21.873218, 6);
    expect(judged.reason).toContain("SARI-C (EASSE default), 13a, lower-case, 3 refs: 31,4");
    const variantB = grade("About 95 you now get in .", vector, { variant: "B" });
    expect(variantB.measures["sari"]).toBeCloseTo(26.953602, 6);
    expect(variantB.reason).toContain("SARI-B");
  });

  test("is unscored without words", () => {
    expect(simplification.grade({ answer: "…", case: plain }).score.status).toBe("unscored");
    expect(simplification.grade({ answer: good }).score.status).toBe("unscored");
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    assertGraderLaws(simplification, { case: withFacts, answers: [good, reference] });
    assertGraderLaws(simplification, { case: plain, answers: [good, source] });
  });

  test("golden", () => {
    assertGolden(simplification, new URL("../golden/graders/simplification.json", import.meta.url));
  });
});
