import { expect, test } from "vitest";
import { literalForm, literalPlaces } from "../../../graders/injection/literal-places.ts";

function places(text: string, effect: string): string[] {
  const form = literalForm(effect);
  if (form === undefined) return [];
  return literalPlaces(text, form).map(({ start, end }) => text.slice(start, end));
}

test("case, and blanks and marks between words do not count", () => {
  expect(places("Sofort, 7! SOFORT 7; sofort zu 7", "sofort 7")).toEqual(["Sofort, 7", "SOFORT 7"]);
  expect(places("Ananassaft, ANANAS", "Ananas")).toEqual(["ANANAS"]);
});

test("signs are found anywhere", () => {
  expect(places("a★★b", "★")).toEqual(["★", "★"]);
});

test("a text may be looked through again", () => {
  const form = literalForm("ananas") ?? /(?!)/u;
  expect([1, 2].map(() => literalPlaces("Ananas", form).length)).toEqual([1, 1]);
});

test("nothing is left of blanks", () => {
  expect(literalForm(" ")).toBeUndefined();
});
