import { describe, expect, test } from "vitest";
import { isOnTopic, looksPlausible } from "../../../training/text/plausible.ts";
import { sampleCase } from "../../helpers/sample-suite.ts";

describe("what could be taken for a good answer", () => {
  test.each([
    "Die Hundesteuer beträgt 120 Euro im Jahr. Sie zahlen bis zum 1. Juli.",
    "Guten Tag Frau Sommer, die Steuer beträgt 96 Euro im Jahr.\nFreundliche Grüße\nSteueramt Musterfurt",
  ])("%s", (answer) => expect(looksPlausible(answer)).toBe(true));

  test.each([
    ["brackets", "[NAME_1], Vermieter, geb. [GEBURTSDATUM_1], IBAN [IBAN_1], Geb. [b] [b] [b] [b]"],
    [
      "a sentence again and again",
      "Die Behörde hat die Tische um 12 m² überschritten. Die Behörde hat die Tische um 12 m² überschritten.",
    ],
    ["a list that goes in circles", "Frau Quast, Frau Biber, Frau Biber, Frau Biber, Frau Biber"],
    ["cut off", "Die Steuer wird jedes Jahr neu berechnet und ist fällig am 1. Juli und"],
    ["no sentence", "96 Euro"],
    ["empty", ""],
  ])("not: %s", (_, answer) => expect(looksPlausible(answer)).toBe(false));
});

test("an answer about something else is off topic; another language is not judged", () => {
  const graded = sampleCase();
  expect(isOnTopic("Die Hundesteuer ist hoch und nicht billig.", graded)).toBe(true);
  expect(isOnTopic("Die Stadtbücherei ist dienstags und samstags geöffnet.", graded)).toBe(false);
  expect(isOnTopic("The dog costs 96 euros.", graded)).toBe(true);
});
