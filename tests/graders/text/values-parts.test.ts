import { expect, test } from "vitest";
import { readValues } from "../../../graders/text/values.ts";

test("every value has a number, however its parts are put together", () => {
  const parts = [
    ["", "bis ", "am "],
    ["3", "12"],
    [".", ":", "-", " "],
    ["3", "12", "ab", "Mai"],
  ];
  const texts = parts.reduce((begun, more) => begun.flatMap((a) => more.map((b) => a + b)), [""]);
  const values = texts.flatMap((text) => readValues(`${text} morgen`));
  expect(values.filter(({ canonical }) => canonical.includes("NaN"))).toEqual([]);
});
