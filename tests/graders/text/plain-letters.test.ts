import { expect, test } from "vitest";
import { plainLetters } from "../../../graders/text/plain-letters.ts";

test.each([
  ["şahin", "sahin"],
  ["yılmaz", "yilmaz"],
  ["łukasz wójcik", "lukasz wojcik"],
  ["núñez", "nunez"],
  ["đorđević", "dordevic"],
  ["sørensen", "sorensen"],
])("%s → %s", (lower, plain) => {
  expect(plainLetters(lower).normalize("NFC")).toBe(plain);
});

test("the two dots of umlauts stay", () => {
  expect(plainLetters("müller").normalize("NFC")).toBe("müller");
});
