import fc from "fast-check";
import { expect, test } from "vitest";
import { EldWordReader, letterTable } from "../../../graders/text/eld-words.ts";
import { readEldData } from "../../../graders/text/read-eld-data.ts";

const { separators } = readEldData();
const reader = new EldWordReader(letterTable(separators));

/** Whatever stands around the part that is read. */
function wordsOf(part: string): string[] {
  const words: string[] = [];
  const text = `a'${part}'b`;
  reader.begin({ text, from: 2, to: 2 + part.length });
  while (reader.next()) words.push(text.slice(reader.start, reader.end));
  return words;
}

test("apostrophes belong to the word they stand at", () => {
  expect(wordsOf("Geht’s gut, 'Hans'?")).toEqual(["Geht’s", "gut", "'Hans"]);
  expect(wordsOf("so'")).toEqual(["so'"]);
  expect(wordsOf(" . ")).toEqual([]);
});

test("cuts texts as the separators of eld do", () => {
  const unit = fc.constantFrom(...Array.from("aÄжع'’` .,-1\n"), "İ", "\ud800", "😀", "''");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 25 }), (units) => {
      const text = units.join("");
      const cut = text.replace(separators, " ").trim().split(" ");
      expect(wordsOf(text)).toEqual(cut.filter((word) => word !== ""));
    }),
    { numRuns: 2000 },
  );
});
