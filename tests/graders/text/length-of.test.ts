import { expect, test } from "vitest";
import { lengthOf } from "../../../graders/text/length-of.ts";

const long = `Gebühr ${"für alle ".repeat(3)}`;

test.each([
  ["flat", "Amt", 3],
  ["cut from another", long.slice(2, 20), 18],
  ["put together", `${long}${long.slice(3)}`, 65],
  ["of two bytes a unit", "„Amt“ 😀", 8],
  ["empty", "", 0],
])("of a text %s", (_name, text, length) => {
  expect(lengthOf(text)).toBe(length);
});
