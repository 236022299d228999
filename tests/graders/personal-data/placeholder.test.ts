import { expect, test } from "vitest";
import { findPlaceholders, placeholderNames } from "../../../graders/personal-data/placeholder.ts";

test.each([
  ["Guten Tag [NAME_1],", "NAME_1"],
  ["**[name_1]**", "NAME_1"],
  [String.raw`Guten Tag \[NAME\_1\],`, "NAME_1"],
  [String.raw`Guten Tag [NAME\_1],`, "NAME_1"],
  ["[Straße]", "STRASSE"],
])("%j has one", (text, name) => {
  expect([...placeholderNames(text)]).toEqual([name]);
});

test.each(["NAME_1", "[1]", "[]", "(NAME_1)", "[NAME_1", `[${"N".repeat(60)}]`, "[NAME\n1]"])(
  "%j has none",
  (text) => {
    expect(findPlaceholders(text)).toEqual([]);
  },
);

test("a changed name or number is another placeholder", () => {
  const names = ["[NAME_1]", "[NAME_2]", "[NAME_10]", "[NAME 1]", "[VORNAME_1]", "[NAME]"];
  expect(placeholderNames(names.join(" ")).size).toBe(names.length);
});

test("places are those of the written form", () => {
  const text = String.raw`an \[NAME\_1\].`;
  const places = findPlaceholders(text).map(({ start, end }) => text.slice(start, end));
  expect(places).toEqual([String.raw`\[NAME\_1\]`]);
});
