import { expect, test } from "vitest";
import { readPersonName } from "../../../graders/identifiers/person-name.ts";

test.each([
  ["Elif Aydin", "Aydin"],
  ["Aydin, Elif", "Aydin"],
  ["Frau Dr. Elif Aydin", "Aydin"],
  ["Herr Aydin", "Aydin"],
  ["Anna von Berg", "von Berg"],
  ["Jean-Pierre O’Neill-Schäfer", "O’Neill-Schäfer"],
])("%j has the surname %j", (value, surname) => {
  expect(readPersonName(value)?.surname).toBe(surname);
});

test.each([
  "Aydin",
  "Stadt Musterfurt",
  "Sparkasse Musterfurt",
  "Berliner Straße",
  "Lindenweg 12",
  "chronische Erkrankung",
  "Elif Aydin, geb. Yilmaz, Musterfurt",
  "DE89370400440532013000",
  "",
])("%j is no person", (value) => {
  expect(readPersonName(value)).toBeUndefined();
});

test("a surname of three letters does not stand for the person", () => {
  expect(readPersonName("Maria Ott")?.surnameAlone).toBe(false);
  expect(readPersonName("Maria Otto")?.surnameAlone).toBe(true);
});
