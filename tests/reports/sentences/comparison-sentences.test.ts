import { describe, expect, test } from "vitest";
import {
  bestModelSentence,
  comparisonSentence,
  comparisonWord,
  onlyModelSentence,
  ratesSentence,
} from "../../../reports/sentences/comparison-sentences.ts";
import { comparison, plain, rate } from "../../helpers/sentence-rows.ts";

describe("comparison", () => {
  const names = { a: "A", b: "B" };
  const numbers = "+17 Prozentpunkte (Intervall +5 bis +30, n = 30), p nach Holm = 0,020.";

  test("says who is better only when that is certain", () => {
    expect(plain(comparisonSentence(comparison, names))).toBe(
      `A ist gesichert besser als B: Differenz A − B ${numbers}`,
    );
    const reverse = { ...comparison, difference: -0.17 };
    expect(comparisonSentence(reverse, names)).toMatch(/^B ist gesichert besser als A/u);
    const unclear = { ...comparison, distinguishable: false };
    expect(plain(comparisonSentence(unclear, names))).toBe(
      `A und B sind nicht unterscheidbar: Differenz ${numbers}`,
    );
  });

  test("a difference by construction is no finding", () => {
    const same = { ...comparison, byConstruction: true };
    expect(comparisonSentence(same, names)).toBe(
      "Zwischen A und B ist die Differenz konstruktionsbedingt 0 und kein Befund.",
    );
    expect(plain(comparisonWord(same, names))).toBe("Differenz ist konstruktionsbedingt 0");
  });

  test("words for tables", () => {
    expect(comparisonWord(comparison, names)).toBe("A besser");
    expect(comparisonWord({ ...comparison, difference: -1 }, names)).toBe("B besser");
    expect(comparisonWord({ ...comparison, distinguishable: false }, names)).toBe(
      "nicht unterscheidbar",
    );
  });

  test("rates", () => {
    const share = "20 % (Intervall 5 bis 30 %, n = 30)";
    expect(plain(bestModelSentence("A", rate))).toBe(
      `Die höchste Quote hat A: bestanden ${share}.`,
    );
    expect(plain(onlyModelSentence("A", rate))).toContain(`A: bestanden ${share}.`);
    const rows = [{ name: "A", rate, where: "„X“" }];
    expect(plain(ratesSentence("geschult", rows))).toBe(
      `Bestanden mit dem Prompt „geschult“: A ${share} in „X“.`,
    );
  });
});
