import fc from "fast-check";
import { expect, test } from "vitest";
import {
  endOfRun,
  letter,
  oneOf,
  pointAt,
  startOfRun,
} from "../../../graders/text/character-kinds.ts";

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

test("a run begins where it ends, seen from behind", () => {
  const unit = fc.constantFrom("a", "Ä", "7", "-", "𐌰", "😀", "\ud800", "\udf30");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), (units) => {
      const text = units.join("");
      const run = /\p{L}*$/u.exec(text)?.[0] ?? "";
      expect(startOfRun(text, text.length, letter)).toBe(text.length - run.length);
    }),
  );
});

test("a text cut within a character ends there", () => {
  const cut = `${"a".repeat(39)}𐌰`.slice(0, 40);
  const ends = new Set(Array.from({ length: 30_000 }, () => endOfRun(cut, 0, letter)));
  expect([...ends]).toEqual([39]);
});

test("half a character at the end of a part is no whole one, however often it is read", () => {
  const whole = `${"x".repeat(40)}😀${"y".repeat(40)}`;
  const points = new Set<number>();
  for (let round = 0; round < 50_000; round += 1) {
    const part = whole.slice(3, 41);
    points.add(pointAt(part, part.length - 1));
  }
  expect([...points]).toEqual([0xd83d]);
});
