import { expect, test } from "vitest";
import { hasCueNear, hasLabel } from "../../../graders/identifiers/cue.ts";
import { startReading } from "../../../graders/identifiers/reading.ts";

function at(text: string) {
  const start = text.indexOf("#");
  return [startReading(text), { start, end: start + 1 }] as const;
}

test.each([
  "Steuer-ID: #",
  "Ihre Steueridentifikationsnummer lautet #",
  "IdNr. #",
  "Steuer-Ident.-Nr.: #",
  "TIN\n#",
])("%j is a label", (text) => {
  expect(hasLabel(...at(text), "tax-id")).toBe(true);
});

test.each([
  "Steuer-ID liegt vor. Nummer #",
  "Steuer-ID 5 #",
  "# Steuer-ID",
  "Tinte #",
  `IdNr ${"x ".repeat(40)}#`,
])("%j is no label", (text) => {
  expect(hasLabel(...at(text), "tax-id")).toBe(false);
});

test("a cue stands near, before or after, in the same paragraph", () => {
  const reach = { family: "licence-plate", before: 30, after: 20 } as const;
  expect(hasCueNear(...at("Das Fahrzeug steht da: #"), reach)).toBe(true);
  expect(hasCueNear(...at("# (Halter unbekannt)"), reach)).toBe(true);
  expect(hasCueNear(...at("Fahrzeug\n\n#"), reach)).toBe(false);
  expect(hasCueNear(...at(`Fahrzeug ${"x".repeat(30)}#`), reach)).toBe(false);
  expect(hasCueNear(...at("#"), reach)).toBe(false);
});
