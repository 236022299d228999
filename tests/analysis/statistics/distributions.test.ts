import { describe, expect, test } from "vitest";
import {
  betaQuantile,
  gammaQuantile,
  normalCdf,
  normalQuantile,
  studentQuantile,
} from "../../../analysis/statistics/distributions.ts";
import { readVectors } from "./read-vectors.ts";

const vectors = readVectors("distributions") as {
  normalCdf: { z: number; value: number }[];
  normalQuantile: { p: number; value: number }[];
  studentQuantile: { p: number; degrees: number; value: number }[];
  betaQuantile: { p: number; a: number; b: number; value: number }[];
  gammaQuantile: { p: number; a: number; value: number }[];
};

describe("against scipy.stats", () => {
  test.each(vectors.normalCdf)("normalCdf($z)", ({ z, value }) => {
    expect(normalCdf(z) / value).toBeCloseTo(1, 10);
  });
  test.each(vectors.normalQuantile)("normalQuantile($p)", ({ p, value }) => {
    expect(normalQuantile(p)).toBeCloseTo(value, 9);
  });
  test.each(vectors.studentQuantile)("studentQuantile($p, $degrees)", (row) => {
    expect(studentQuantile(row.p, row.degrees) / row.value).toBeCloseTo(1, 9);
  });
  test.each(vectors.betaQuantile)("betaQuantile($p, $a, $b)", ({ p, a, b, value }) => {
    expect(betaQuantile(p, a, b)).toBeCloseTo(value, 10);
  });
  test.each(vectors.gammaQuantile)("gammaQuantile($p, $a)", ({ p, a, value }) => {
    expect(gammaQuantile(p, a) / value).toBeCloseTo(1, 9);
  });
});

test("no quantile at the ends of the normal distribution", () => {
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
});
