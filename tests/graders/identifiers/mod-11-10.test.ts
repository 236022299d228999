import { expect, test } from "vitest";
import { mod1110CheckDigit } from "../../../graders/identifiers/mod-11-10.ts";

test.each([
  ["3657426180", 9],
  ["8609574271", 9],
  ["1123456789", 0],
  ["13669597", 6],
  ["81112813", 5],
])("check digit of %s is %i", (digits, check) => {
  expect(mod1110CheckDigit(digits)).toBe(check);
});
