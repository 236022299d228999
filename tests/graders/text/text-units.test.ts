import { expect, test } from "vitest";
import { lengthOf, unitAt } from "../../../graders/text/text-units.ts";

const long = `Gebühr ${"für alle ".repeat(3)}`;

test.each([
  ["flat", "Amt"],
  ["cut from another", long.slice(2, 20)],
  ["put together", `${long}${long.slice(3)}`],
  ["of two bytes a unit", "„Amt“ 😀"],
  ["empty", ""],
])("a text %s", (_name, text) => {
  expect(lengthOf(text)).toBe(text.length);
  const units = Array.from({ length: text.length }, (_unit, at) => text.charCodeAt(at));
  expect(units.map((_unit, at) => unitAt(text, at))).toEqual(units);
});
