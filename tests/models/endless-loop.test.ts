import fc from "fast-check";
import { expect, test } from "vitest";
import { endsInLoop } from "../../models/endless-loop.ts";

const passage = Array.from({ length: 20 }, (_, index) => index);

test("a passage three times in a row is a loop, twice is none", () => {
  expect(endsInLoop([99, ...passage, ...passage, ...passage])).toBe(true);
  expect(endsInLoop([99, ...passage, ...passage])).toBe(false);
});

test("a difference in any repetition ends the loop", () => {
  expect(endsInLoop([...passage, ...passage, ...passage.with(7, 99)])).toBe(false);
  expect(endsInLoop([...passage.with(7, 99), ...passage, ...passage])).toBe(false);
});

test("one token over and over is a loop only when the row is long", () => {
  expect(endsInLoop(Array.from({ length: 47 }, () => 5))).toBe(false);
  expect(endsInLoop(Array.from({ length: 48 }, () => 5))).toBe(true);
});

test("tokens that never come again are no loop", () => {
  const property = fc.property(fc.uniqueArray(fc.nat(), { maxLength: 300 }), (tokens) => {
    expect(endsInLoop(tokens)).toBe(false);
  });
  fc.assert(property, { seed: 1 });
});
