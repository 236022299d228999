import fc from "fast-check";
import { expect, test } from "vitest";
import { CompactText } from "../../../graders/identifiers/compact-text.ts";
import { digitRuns } from "../../../graders/identifiers/digit-runs.ts";
import { shortestNumber } from "../../../graders/identifiers/number-stretch.ts";
import { numberText } from "../../../graders/identifiers/number-text.ts";
import { everyStretch } from "./every-stretch.ts";

function read(text: string): CompactText {
  return numberText(text, digitRuns(text), () => true);
}

test("gaps inside a number go, other gaps become one blank", () => {
  expect(read("12 34-56.78/9\n0").text).toBe("1234567890");
  expect(read("123456789, 1234567890; 123-456-789").text).toBe("123456789 1234567890 123456789");
  expect(read("123456789 Personen 1234567890").text).toBe("123456789 1234567890");
});

test("short words belong to a number, parts without a digit are left out", () => {
  expect(read("In DE12 34567, so (und mehr)").text).toBe("inde1234567");
  expect(read("am Tag, als 5 zu uns kam, und so weiter").text).toBe(
    "als 5 zu uns kam".replaceAll(" ", ""),
  );
});

test("parts of fewer letters and digits than the shortest number are left out", () => {
  expect(read("12345678").text).toBe("");
  expect(read("ab 12 cd 34, 123456789, am 5.").text).toBe("123456789");
});

test("a stretch goes as far as groups follow each other with nothing but gaps between", () => {
  const unit = fc.oneof(
    fc.constantFrom("1", "23", "am", "Wort", "Worte", "lang1", "\u{1d400}", "e\u0301", "\u{1f600}"),
    fc.constantFrom(...Array.from(" -.,\n/(·_"), "  ", " - ", "-\n  ", "   "),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 15 }), (units) => {
      const text = units.join("");
      const isLong = (stretch: string): boolean => stretch.length >= shortestNumber;
      const wanted = new CompactText(text, everyStretch(text)).text.split(" ");
      expect(read(text).text.split(" ").filter(isLong)).toEqual(wanted.filter(isLong));
    }),
    { numRuns: 3000, seed: 20_261_129 },
  );
});
