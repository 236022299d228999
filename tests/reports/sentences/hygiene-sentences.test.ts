import { describe, expect, test } from "vitest";
import {
  leakSentence,
  placeholderText,
  priceSentence,
} from "../../../reports/sentences/hygiene-sentences.ts";
import { leak, plain, price } from "../../helpers/sentence-rows.ts";

describe("data hygiene", () => {
  test("no leak seen is not no risk", () => {
    expect(plain(leakSentence({ ...leak, withLeak: 0, value: 0, low: 0 }, "A"))).toBe(
      "A: in 0 von 30 Fällen stand eine geschützte Angabe in der Antwort. 0 von 30 heißt nicht kein Risiko: Obergrenze 30 %.",
    );
    expect(plain(leakSentence({ ...leak, n: 1, value: 1 }, "A"))).toContain(
      "in 1 von 1 Fall stand",
    );
  });

  test("price", () => {
    expect(priceSentence(price, "A", "X")).toMatch(/weniger Fälle als/u);
    expect(priceSentence({ ...price, low: -0.1 }, "A", "X")).toMatch(/kein Preis/u);
    expect(priceSentence({ ...price, low: -1, high: -0.1 }, "A", "X")).toMatch(/mehr Fälle als/u);
  });

  test("placeholders", () => {
    expect(placeholderText(price)).toBe("keine nötig");
    const kept = { n: 10, value: 0.7, low: 0.4, high: 0.89, method: "Test" };
    expect(plain(placeholderText({ ...price, placeholdersKept: kept }))).toBe(
      "70 % (40–89 %, n = 10)",
    );
  });
});
