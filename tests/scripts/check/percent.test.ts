import { expect, test } from "vitest";
import { percent, percentBelow } from "../../../scripts/check/percent.ts";

test.each([
  [0.846, "85 %"],
  [0.844, "84 %"],
  [1, "100 %"],
  [0.999, "99 %"],
  [0.001, "1 %"],
  [0, "0 %"],
])("%f is %s", (share, text) => {
  expect(percent(share)).toBe(text);
});

test("a share below a bound is never written as the bound", () => {
  expect(percentBelow(0.8999, 0.9)).toBe("89,9 %");
  expect(percentBelow(0.895, 0.9)).toBe("89,5 %");
  expect(percentBelow(0.81, 0.9)).toBe("81 %");
});
