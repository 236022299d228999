import { expect, test } from "vitest";
import { nearestName } from "../../core/nearest-name.ts";

const known = ["llama:gemma3-270m", "llama:smollm2-135m", "baseline:copy", "baseline:lead"];

test.each([
  ["llama:gema3-270m", "llama:gemma3-270m"],
  ["baseline:copie", "baseline:copy"],
  ["Baseline:Lead", "baseline:lead"],
  ["lama:smolm2-135m", "llama:smollm2-135m"],
])("%s is nearest to %s", (typed, expected) => {
  expect(nearestName(typed, known)).toBe(expected);
});

test("what resembles nothing gets no suggestion", () => {
  expect(nearestName("wolkendienst:riesig-900b", known)).toBeUndefined();
  expect(nearestName("baseline:copy", [])).toBeUndefined();
});
