import fc from "fast-check";
import { expect, test } from "vitest";
import { findPrepared, plantedValue } from "../../../graders/identifiers/planted-value.ts";
import { searchedText } from "../../../graders/identifiers/searched-text.ts";
import { heldValues, soughtValues } from "../../../graders/identifiers/sought-values.ts";

function held(text: string, values: readonly string[]): readonly number[] {
  const prepared = values.map((value) => plantedValue(value));
  return heldValues(searchedText(text), soughtValues(prepared));
}

test("values that leave no trace in a text are not held by it", () => {
  const values = [
    "Elif Aydin",
    "Wiederkehrstraße 7",
    "150 Euro",
    "Multiple Sklerose",
    "3. Mai 2026",
  ];
  expect(held("Frau Aydin hat Multiple Sklerose seit dem 3.5.2026.", values)).toEqual([0, 3, 4]);
  expect(held("Das kostet 15 Euro.", values)).toEqual([]);
});

test("short values may be anywhere, identifiers where one is", () => {
  expect(held("Guten Tag", ["2c", "★", "DE89 3704 0044 0532 0130 00"])).toEqual([0, 1]);
  expect(held("Steuer-ID 36574261809", ["DE89 3704 0044 0532 0130 00"])).toEqual([0]);
});

const values = [
  ..."Elif Aydin,Weiß-Kowalski,Frau von Berg,Wójcik,Müller,Lindenweg 7,48143 Musterfurt,Zeh".split(
    ",",
  ),
  ..."150 Euro,14.03.1979,März 2026,drei Wochen,§ 51 BMG,13 Uhr,1\u00a0500 €,0,5 Promille".split(
    ",",
  ),
  ..."Multiple Sklerose,schwanger,0251 4711234,DE89 3704 0044 0532 0130 00,B-42-ſ,★,ALS".split(","),
];

test("every value that is found is held", () => {
  const sought = soughtValues(values.map((value) => plantedValue(value)));
  const part = fc.oneof(
    fc.constantFrom(...values, ...values.map((value) => value.toUpperCase())),
    fc.constantFrom("AYDIN, E.", "Wojcik", "Multipler", "150,00 €", "14. März 1979", "21 Tage"),
    fc.constantFrom("Frau", ",", "-", "\u00ad", "ſ", "Herrn", "am", "0,5 ‰", "schwangere", "\n"),
  );
  const joint = fc.constantFrom(" ", "", "\u200b");
  let found = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), joint, (parts, between) => {
      const text = searchedText(parts.join(between).normalize("NFC"));
      const may = heldValues(text, sought);
      for (const [number, value] of values.entries()) {
        if (findPrepared(text, plantedValue(value)).length === 0) continue;
        expect(may).toContain(number);
        found += 1;
      }
    }),
    { numRuns: 2000, seed: 20_261_129 },
  );
  expect(found).toBeGreaterThan(1000);
});
