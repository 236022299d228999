import fc from "fast-check";
import { expect, test } from "vitest";
import { readContent } from "../../../graders/text/content-items.ts";
import { fitsAny, patternSentence, readPatterns } from "../../../graders/text/phrase-pattern.ts";
import { PhraseScreen } from "../../../graders/text/phrase-screen.ts";

const named = { text: ["text", "merkblatt*"] };
const authored = [
  [[["steht nicht", "weiß ich nicht", "offen", "*los"]]],
  [
    [["nicht", "kein*"], ["steht", "sagt er"], ["@text"], ["hier"]],
    [["ist", "noch offen"], ["unklar"]],
  ],
  [[["14", "e-mail", "geht's"]]],
];
const lists = authored.map((list) => ({ authored: list, read: readPatterns(list, named) }));
const screen = new PhraseScreen(lists, named);

/** The lists that the sentences of a text may fit, and those that they do fit. */
function listsOf(text: string): { may: number; fitting: number }[] {
  const { items, sentences } = readContent(text);
  return sentences.map(({ start, end, from, to }) => {
    const sentence = text.slice(start, end);
    const pattern = patternSentence(sentence);
    const fitting = lists.reduce((bits, { read }, at) => {
      return fitsAny(pattern, read) ? bits | (1 << at) : bits;
    }, 0);
    return { may: screen.listsOf({ text: sentence, start, items, from, to }), fitting };
  });
}

test("never leaves out a list that a sentence fits", () => {
  const words =
    "Das das ist nicht offen steht weiß ich er sagt kein Text Merkblatts hier noch unklar 14 14-Tage-Frist E-Mail geht’s straflos SΣ İst Frei\u00adtag am 3. Mai , . Der";
  const text = fc
    .array(fc.constantFrom(...words.split(" ")), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(" "));
  fc.assert(
    fc.property(text, (from) => {
      for (const { may, fitting } of listsOf(from)) expect(may & fitting).toBe(fitting);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["Der Hund darf am 3. Mai mit ins Bad.", 0],
  ["Das steht im Text.", 0],
  ["Das weiß ich nicht.", 1],
  ["Ob das geht, ist noch unklar.", 2],
  ["Schreiben Sie eine E-Mail.", 4],
])("tells of „%s“ what it may fit", (sentence, expected) => {
  expect(listsOf(sentence).map(({ may }) => may)).toEqual([expected]);
});

test("has a sentence read in which an item begins or ends within a word", () => {
  expect(listsOf("Es gilt eine 14-Tage-Frist.").map(({ may }) => may)).toEqual([7]);
});
