import { expect, test } from "vitest";
import { RelatedWords } from "../../../graders/facts/related-words.ts";
import { relateWords } from "../../../graders/facts/word-relation.ts";
import { wordOf } from "../../../graders/text/word.ts";

const texts = [
  ..."Antrag Anträge Antragstellung stellen Ausstellung Widerspruch Widerspruchsfrist Frist".split(
    " ",
  ),
  ..."zulässig unzulässig Gebühr gebührenfrei Gebühren fristlos gut ungut Ausweis".split(" "),
  ..."Personalausweis Kreis Landkreis Reise einreichen eingereicht Amt Tag Zug ab ob EU".split(" "),
];
const words = texts.map(wordOf);

test("no relation is overlooked", () => {
  const related = new RelatedWords(words);
  let relations = 0;
  for (const found of words) {
    const candidates = related.candidates(found);
    for (const [number, wanted] of words.entries()) {
      if (relateWords(wanted, found) === undefined) continue;
      relations += 1;
      expect(candidates, `${wanted.text} – ${found.text}`).toContain(number);
    }
  }
  expect(relations).toBeGreaterThan(words.length);
});

test("words that have nothing in common are left out", () => {
  const candidates = new RelatedWords(words).candidates(wordOf("Zug"));
  expect(candidates.size).toBeLessThan(words.length / 2);
});
