import fc from "fast-check";
import { expect, test } from "vitest";
import { germanDecimal } from "../../../graders/text/german-decimal.ts";

test.each([
  [1.005, 2, "1,01"],
  [0.285, 2, "0,29"],
  [7, 1, "7"],
  [12.04, 1, "12"],
  [999.994, 2, "999,99"],
  [999.995, 2, undefined],
  [0, 2, undefined],
  [-1.5, 1, undefined],
  [Number.NaN, 0, undefined],
])("%d with %i decimals is %j", (value, decimals, written) => {
  expect(germanDecimal(value, decimals)).toBe(written);
});

test("writes as Intl.NumberFormat does", () => {
  const formats = [0, 1, 2].map(
    (maximumFractionDigits) => new Intl.NumberFormat("de-DE", { maximumFractionDigits }),
  );
  const ratio = fc
    .tuple(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 2000 }))
    .map(([part, whole]) => part / whole);
  const any = fc.double({ min: Number.MIN_VALUE, max: 1001, noNaN: true });
  fc.assert(
    fc.property(fc.oneof(ratio, any), (value) => {
      for (const [decimals, format] of formats.entries()) {
        const written = germanDecimal(value, decimals);
        if (written !== undefined || value < 999) expect(written).toBe(format.format(value));
      }
    }),
    { seed: 1, numRuns: 20_000 },
  );
});
