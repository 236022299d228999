import { expect, test } from "vitest";
import { tangoInterval } from "../../../analysis/statistics/tango-interval.ts";
import { readVectors } from "./read-vectors.ts";

interface Row {
  plus: number;
  minus: number;
  n: number;
  low: number;
  high: number;
}

test.each(readVectors("tango-interval") as Row[])(
  "$plus against $minus of $n, as scipy",
  ({ plus, minus, n, low, high }) => {
    const interval = tangoInterval([plus, minus], n);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
    const turned = tangoInterval([minus, plus], n);
    expect(turned.low).toBeCloseTo(-interval.high, 9);
  },
);

test("nothing differs: the interval is z² / (n + z²) wide on each side, and never a point", () => {
  const z = 1.959964;
  for (const n of [5, 20, 200]) {
    const { low, high } = tangoInterval([0, 0], n);
    expect(high).toBeCloseTo(z ** 2 / (n + z ** 2), 5);
    expect(low).toBeCloseTo(-high, 9);
  }
});
