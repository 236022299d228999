import { describe, expect, test } from "vitest";
import { bleu } from "../../../../graders/text/metrics/bleu.ts";

const corpus = [
  ["The dog bit the man.", "The dog bit the man.", "The dog had bit the man."],
  ["It wasn't surprising.", "It was not unexpected.", "No one was surprised."],
  ["The man had just bitten him.", "The man bit him first.", "The man had bitten the dog."],
].map(([hypothesis = "", ...references]) => ({ hypothesis, references }));

function expectNear(value: number, expected: number): void {
  expect(Math.abs(value - expected), `${value} for ${expected}`).toBeLessThanOrEqual(1e-6);
}

describe("bleu", () => {
  test("sacrebleu's example, by tokenizer", () => {
    expectNear(bleu(corpus), 48.530827);
    expectNear(bleu(corpus, "none"), 49.1919566);
    expectNear(bleu(corpus, "intl"), 43.91623493);
  });

  test("single German sentences", () => {
    const one = (hypothesis: string, reference: string): number =>
      bleu([{ hypothesis, references: [reference] }]);
    expectNear(
      one(
        "Die Beziehung zwischen Obama und Netanjahu ist nicht gerade freundlich.",
        "Das Verhältnis zwischen Obama und Netanyahu ist nicht gerade freundschaftlich.",
      ),
      24.384183,
    );
    expectNear(
      one(
        "Sie müssen den Antrag schriftlich bei der Behörde stellen.",
        "Sie müssen den Antrag bei der Behörde schriftlich stellen.",
      ),
      43.472087,
    );
  });

  test("nothing shared, or nothing there, is 0; the reference itself is 100", () => {
    expect(bleu([{ hypothesis: "x y", references: ["a b"] }])).toBe(0);
    expect(bleu([{ hypothesis: "", references: ["a b"] }])).toBe(0);
    expectNear(bleu([{ hypothesis: "a b", references: ["a b"] }]), 100);
  });
});
