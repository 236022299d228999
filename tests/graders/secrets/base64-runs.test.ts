import fc from "fast-check";
import { expect, test } from "vitest";
import { base64Runs } from "../../../graders/secrets/base64-runs.ts";

const patterns = {
  spaced: { between: /\s+/gu, run: /[A-Za-z0-9+/_-]{7,}/gu },
  loose: { between: /[^A-Za-z0-9+/=]+/gu, run: /[A-Za-z0-9+/]{7,}/gu },
} as const;

test.each(["spaced", "loose"] as const)("%s runs are those of the pattern", (looseness) => {
  const { between, run } = patterns[looseness];
  const unit = fc.oneof(
    fc.constantFrom(...Array.from("AZaz09+/-_="), "U3RyYW5k", "AAAAAAAA"),
    fc.constantFrom(...Array.from(" \n\t\u00a0\ufeff.ä„"), "\u{1f600}"),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const text = units.join("");
      const joined = text.replaceAll(between, "");
      const found = base64Runs(text, looseness);
      const everywhere = Array.from(joined.matchAll(run));
      expect(found.runs).toEqual(
        everywhere.flatMap(({ 0: one, index }) => [index, index + one.length]),
      );
    }),
    { numRuns: 2000, seed: 20_261_129 },
  );
});

test("long texts are no exception", () => {
  const text = "Straße und Haus ".repeat(2000);
  const joined = text.replaceAll(/[^A-Za-z0-9+/=]+/gu, "");
  expect(base64Runs(text, "loose").runs).toEqual([0, joined.length]);
});
