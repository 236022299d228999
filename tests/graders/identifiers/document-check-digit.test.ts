import { expect, test } from "vitest";
import {
  documentCheckDigit,
  endsWithCheckDigit,
} from "../../../graders/identifiers/document-check-digit.ts";

test.each([
  ["L01X00T47", 1],
  ["C01X00T47", 8],
  ["T22000129", 3],
  ["CZ6311T47", 2],
  ["LZ6311T47", 5],
  ["122000129", 7],
  ["L898902C3", 6],
  ["D23145890", 7],
  ["640812", 5],
  ["740812", 2],
  ["120415", 9],
  ["201031", 5],
  ["310801", 1],
  ["830812", 6],
  ["690806", 1],
  ["940623", 6],
  ["L898902C36740812212041599ZE184226B<<<<<1".replace("99ZE", "9ZE"), 0],
])("check digit of %s is %i", (text, check) => {
  expect(documentCheckDigit(text)).toBe(check);
});

test("the last character is compared, a filler stands for 0", () => {
  expect(endsWithCheckDigit("L01X00T471")).toBe(true);
  expect(endsWithCheckDigit("L01X00T474")).toBe(false);
  expect(endsWithCheckDigit("<<<<")).toBe(true);
});
