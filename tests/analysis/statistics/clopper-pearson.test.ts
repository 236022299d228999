import { expect, test } from "vitest";
import { clopperPearsonUpper } from "../../../analysis/statistics/clopper-pearson.ts";
import { readVectors } from "./read-vectors.ts";

test.each(readVectors("clopper-pearson-upper") as { seen: number; n: number; upper: number }[])(
  "$seen of $n, as scipy",
  ({ seen, n, upper }) => {
    expect(clopperPearsonUpper(seen, n)).toBeCloseTo(upper, 10);
  },
);

test.each([
  [0, 50, 0.058],
  [0, 100, 0.03],
  [1, 50, 0.091],
])("%d of %d, as in the reference", (seen, n, upper) => {
  expect(clopperPearsonUpper(seen, n)).toBeCloseTo(upper, 3);
});
