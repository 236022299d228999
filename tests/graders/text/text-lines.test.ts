import fc from "fast-check";
import { expect, test } from "vitest";
import { readLines } from "../../../graders/text/text-lines.ts";

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const bullet =
  /^(?:(?:[-*+•▪▫‣◦○●■□☐☑☒✓✔➔→►>·–—|]|\[[ xX]?\]|\p{Extended_Pictographic}\uFE0F?)\s+\S|[-•▪●–]\p{Lu}|(?:\*\*|__)\S)/u;
const numbering = /^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z]{1,2}\)|\(?[ivxIVX]{1,5}\))\s+\S/u;
const nestedNumber = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\p{Lu}/u;
const heading = /^(?:#{1,6}\s+\S|(\*\*|__)[^*_]{1,100}\1:?$)/u;
const label = /^\p{Lu}[\p{L}\d ,/()-]{1,40}:\s+\S/u;
const wordless = /^[^\p{L}\p{N}]*$/u;
const sentenceEnd = /[.!?…:]["“»)\]*_]{0,3}$/u;

const pieces = fc.constantFrom(
  ...Array.from('-*+•☐➔>|[]xX()#_.:!?…"“»ℹ☎😀aZivÄ²7 \t\n\r\u2028\u0085\u00a0'),
  "\uFE0F",
  "\r\n",
  "**",
  "__",
  "12.",
  "Fax: ",
  "iv) ",
  "[x] ",
  " Amt",
  "\ud83d",
);

test("is the same as the patterns", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (units) => {
      const text = units.join("");
      const lines = text.split(lineBreak);
      const read = readLines(text);
      expect(read.map((line) => line.text)).toEqual(lines.map((line) => line.trim()));
      for (const [at, line] of read.entries()) {
        const before = read[at - 1]?.text ?? "";
        expect(text.slice(line.start, line.end)).toBe(line.text);
        expect(line.beginsSentence).toBe(wordless.test(before) || sentenceEnd.test(before));
        expect(line.label).toBe(label.test(line.text));
        expect(line.kind === "heading").toBe(heading.test(line.text));
        expect(line.marker === "bullet").toBe(bullet.test(line.text));
        const isNested = nestedNumber.test(line.text) && line.beginsSentence;
        if (line.marker !== "bullet")
          expect(line.marker === "number").toBe(numbering.test(line.text) || isNested);
        if (line.kind === "text") expect(wordless.test(line.text)).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});
