import { expect, test } from "vitest";
import { formsIn, type CompactText } from "../../../graders/identifiers/compact-text.ts";
import { digitRuns } from "../../../graders/identifiers/digit-runs.ts";
import { numberText } from "../../../graders/identifiers/number-text.ts";

function read(text: string): CompactText {
  return numberText(text, digitRuns(text));
}

test("gaps inside a number go, other gaps become one blank", () => {
  expect(read("12 34-56.78/9\n0").text).toBe("1234567890");
  expect(read("12, 34; 56").text).toBe("12 34 56");
  expect(read("12 Personen 34").text).toBe("12 34");
});

test("short words belong to a number, parts without a digit are left out", () => {
  expect(read("In DE12 34, so (und mehr)").text).toBe("inde1234");
  expect(read("am Tag, als 5 kam, und so weiter").text).toBe("als5kam");
});

test("a form begins and ends with a group, and its span is that of the source", () => {
  const source = "x12 345 678 901y 12 345 678 90";
  const forms = formsIn(read(source), { pattern: /(?=(\d{10}))/gu, units: 10, digits: 10 });
  expect(forms.map(({ start, end }) => source.slice(start, end))).toEqual(["12 345 678 90"]);
});

test("overlapping forms are all there", () => {
  const forms = formsIn(read("12 34 56 78 90 12"), {
    pattern: /(?=(\d{10}))/gu,
    units: 10,
    digits: 10,
  });
  expect(forms.map(({ value }) => value)).toEqual(["1234567890", "3456789012"]);
});
