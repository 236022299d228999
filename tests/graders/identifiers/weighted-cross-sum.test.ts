import { expect, test } from "vitest";
import {
  letterPlace,
  weightedCrossSumDigit,
} from "../../../graders/identifiers/weighted-cross-sum.ts";

test("letters have the place in the alphabet with two digits", () => {
  expect(["A", "j", "Z"].map(letterPlace)).toEqual(["01", "10", "26"]);
});

test("cross sums of the products are added, not the products", () => {
  expect(weightedCrossSumDigit("99", [2, 1])).toBe(8);
  expect(weightedCrossSumDigit("55", [7, 5])).toBe(5);
});
