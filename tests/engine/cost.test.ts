import fc from "fast-check";
import { expect, test } from "vitest";
import { costOf, highestCost, spendingOn } from "../../engine/cost.ts";
import { completed, failed } from "../helpers/stub-model.ts";

const price = {
  inputPerMillion: 2,
  outputPerMillion: 8,
  currency: "EUR",
  asOf: "2026-11-01",
} as const;

test("adds up both directions per million tokens", () => {
  expect(costOf(price, 500_000, 250_000)).toBe(3);
});

test("no tokenizer on bytes makes a call dearer than its highest cost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(5000), (content, maxTokens) => {
      const question = { messages: [{ role: "user" as const, content }], maxTokens };
      const worst = costOf(price, new TextEncoder().encode(content).length, maxTokens);
      expect(highestCost(question, price)).toBeGreaterThanOrEqual(worst);
    }),
    { seed: 20261129 },
  );
});

test("a cached answer, and a call that was refused, cost nothing", () => {
  const nothing = { billed: 0, uncertain: 0 };
  const usage = { inputTokens: 1000, outputTokens: 1000 };
  expect(spendingOn(completed("x", { usage, cached: true }), price, 9)).toEqual(nothing);
  for (const code of ["rate-limit", "overload", "authentication", "context-too-long"] as const) {
    expect(spendingOn(failed(code), price, 9)).toEqual(nothing);
  }
  expect(spendingOn(completed("x", { usage }), undefined, 9)).toEqual(nothing);
});
