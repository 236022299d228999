import { describe, expect, test } from "vitest";
import {
  incompleteBeta,
  incompleteGamma,
  incompleteGammaTail,
  logGamma,
} from "../../../analysis/statistics/special-functions.ts";
import { readVectors } from "./read-vectors.ts";

const vectors = readVectors("special-functions") as {
  logGamma: { x: number; value: number }[];
  incompleteBeta: { x: number; a: number; b: number; value: number }[];
  incompleteGamma: { a: number; x: number; value: number; tail: number }[];
};

/** Relative error. */
function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(
    1e-10 * Math.max(1e-12, Math.abs(expected)) + 1e-15,
  );
}

describe("against scipy.special", () => {
  test.each(vectors.logGamma)("logGamma($x)", ({ x, value }) => {
    expectClose(logGamma(x), value);
  });
  test.each(vectors.incompleteBeta)("incompleteBeta($x, $a, $b)", ({ x, a, b, value }) => {
    expectClose(incompleteBeta(x, a, b), value);
  });
  test.each(vectors.incompleteGamma)("incompleteGamma($a, $x)", ({ a, x, value, tail }) => {
    expectClose(incompleteGamma(a, x), value);
    expectClose(incompleteGammaTail(a, x), tail);
  });
});

test("the ends", () => {
  expect(incompleteBeta(0, 2, 3)).toBe(0);
  expect(incompleteBeta(1, 2, 3)).toBe(1);
  expect(incompleteGamma(2, 0)).toBe(0);
});
