import { expect, test } from "vitest";
import { missingNeeds } from "../../core/needs.ts";

test("missingNeeds finds absent and empty fields", () => {
  expect(missingNeeds(["reference", "expected.facts"], { expected: { facts: [] } })).toEqual([
    "reference",
    "expected.facts",
  ]);
});
