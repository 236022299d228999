import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isHeading,
  kindOf,
  readClaimText,
  saysNothing,
  speaksOfChange,
} from "../../../graders/changes/claim-text.ts";
import words from "../../../graders/changes/words.json" with { type: "json" };

const [wording, notWording, meaning, nothing] = [
  words.wording,
  words.notWording,
  words.meaning,
  words.nothing,
].map((phrases) => new RegExp(phrases.join("|"), "iu"));

/** The definition; see `kindOf`. */
function kindByPatterns(text: string): string | undefined {
  if (notWording?.test(text)) return "meaning";
  if (wording?.test(text)) return "wording";
  return meaning?.test(text) ? "meaning" : undefined;
}

/** The definition; see `isHeading`. */
function isHeadingByPatterns(text: string): boolean {
  if (/^#{1,6}\s/u.test(text) || /^\*\*[^*]{1,80}\*\*$/u.test(text)) return true;
  if (/^[^.!?„"]{1,80}:[*_\s]*$/u.test(text)) return true;
  const cells = text.toLowerCase().match(/[^\s*|:-]+/gu) ?? [];
  return cells.every((cell) => words.tableHeader.includes(cell));
}

const plain = (pattern: string): RegExp =>
  new RegExp(pattern.replaceAll("[^\\p{L}]", "[ *-]").replaceAll(/\[\^[^\]]*\]/gu, "[a-z ]"), "u");
const phrases = [...words.wording, ...words.notWording, ...words.meaning, ...words.nothing];

test.each(phrases)("a passage with „%s“ is asked the patterns", (phrase) => {
  fc.assert(
    fc.property(fc.stringMatching(plain(phrase)), (said) => {
      for (const text of [said, said.toUpperCase(), `Neu: ${said} (Frist)`]) {
        const read = readClaimText(text);
        expect(kindOf(read)).toBe(kindByPatterns(text));
        expect(saysNothing(read)).toBe(nothing?.test(text) === true || !/\p{L}/u.test(text));
      }
    }),
    { numRuns: 50 },
  );
});

test.each([
  "Die Gebühr steigt von 30 auf 37 Euro.",
  "Der Antrag ist nicht mehr schriftlich zu stellen.",
  "Fällt der Hinweis weg?",
  "AUS der Frist WIRD ein Monat",
  "Die Frist ist GEÄNDERT.",
])("„%s“ speaks of a change", (text) => {
  expect(speaksOfChange(readClaimText(text))).toBe(true);
});

test("headings are those of the patterns", () => {
  const piece = fc.constantFrom(
    "#",
    "**",
    "*",
    "_",
    ":",
    " ",
    "\n",
    "|",
    "-",
    "Alt",
    "Neu",
    "Frist",
    ".",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      expect(isHeading(readClaimText(text))).toBe(isHeadingByPatterns(text));
    }),
    { numRuns: 3000 },
  );
});
