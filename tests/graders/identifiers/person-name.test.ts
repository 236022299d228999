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

test("half of a double surname tells who it is behind an address or a given name", () => {
  const forms = readPersonName("Jürgen Weiß-Kowalski")?.forms;
  expect(forms).toEqual(expect.arrayContaining(["herr Kowalski", "Jürgen Kowalski"]));
  expect(forms).not.toContain("Kowalski");
});

test("umlauts may have lost their dots, but not in a surname alone", () => {
  const person = readPersonName("Ole Schön");
  expect(person?.forms).toContain("Ole Schon");
  expect(person?.surname).toBe("Schön");
});

test("a surname of three letters does not stand for the person", () => {
  expect(readPersonName("Maria Ott")?.surnameAlone).toBe(false);
  expect(readPersonName("Maria Otto")?.surnameAlone).toBe(true);
});
