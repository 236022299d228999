import fc from "fast-check";
import { expect, test } from "vitest";
import { oneOf } from "../../../graders/text/character-kinds.ts";

const signs = "-·'’\u2060";
const isSign = oneOf(signs);

test("tells the characters and nothing else", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("-", "·", "'", "’", "\u2060", "a", "ß", "–", "😀") }),
      (text) => {
        const units = text.split("");
        expect(units.map((_unit, at) => isSign(text, at))).toEqual(
          units.map((unit) => signs.includes(unit)),
        );
      },
    ),
  );
});

test("behind the end stands none", () => {
  expect(isSign("-", 1)).toBe(false);
  expect(isSign("", 0)).toBe(false);
});
