import fc from "fast-check";
import { expect, test } from "vitest";
import { filler, plainCharacters } from "../../../graders/text/plain-characters.ts";

test.each([
  ["37\u00a0€ – 40\u202f€", "37 € - 40 €"],
  ["37&nbsp;Euro", `37 ${filler.repeat(5)}Euro`],
  ["**37** Euro", `${filler.repeat(2)}37${filler.repeat(2)} Euro`],
  ["3 * 4, 3*4", "3 \u2060 4, 3*4"],
  ["٣٧ €, ３７ €", "37 €, 37 €"],
  ["об’єкт, it’s", "обʼєкт, it’s"],
  ["Fußnote 3²", `Fußnote 3${filler}`],
])("%j", (text, plain) => {
  expect(plainCharacters(text)).toBe(plain);
});

test("keeps the length and is plain at once", () => {
  const unit = fc.constantFrom(
    ...Array.from("a1ж*_`&;'’–−٣٫٬２ \u00a0³\n"),
    "&nbsp;",
    "😀",
    "\ud800",
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
      const text = units.join("");
      expect(plainCharacters(text)).toHaveLength(text.length);
    }),
  );
});
