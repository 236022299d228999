import { expect, test } from "vitest";
import { longer } from "../../../graders/text/longer.ts";

test("has room for twice as many numbers, or for as many as are needed", () => {
  expect([...longer(Int32Array.of(1, -2))]).toEqual([1, -2, 0, 0]);
  expect([...longer(Int32Array.of(1, -2), 3)]).toEqual([1, -2, 0, 0]);
  expect([...longer(Int32Array.of(1, -2), 5)]).toEqual([1, -2, 0, 0, 0]);
});
