import { isFunctionWord } from "../text/sentence-words.ts";
import type { TextRange } from "../text/text-span.ts";
import words from "./words.json" with { type: "json" };

/** How a form is written: with asterisk, colon, underscore, middle dot or a capital I inside the word. */
export const genderSigns = ["*", ":", "_", "·", "I"] as const;
export type GenderSign = (typeof genderSigns)[number];

/** A word with a gender sign inside. */
export interface GenderForm extends TextRange {
  readonly sign: GenderSign;
}

// Every repetition is bounded, so that no text makes the patterns slow.
const withSign =
  /(?<!\p{L})(\p{L}{2,40})\\?([*:_·])((?:in(?:nen\p{Ll}{0,30})?|In(?:nen)?)(?!\p{L}))/gu;
const article = new RegExp(
  `(?<![\\p{L}*_:])(?:${alternatives(words.articles)})([*:_])(?:${alternatives(words.articleEndings)})(?![\\p{L}*_])`,
  "giu",
);
const capitalI = /(?<!\p{L})\p{L}{1,40}\p{Ll}In(?:nen\p{Ll}{0,30})?(?!\p{L})/gu;
const names = new Set(words.names.map((name) => name.toLowerCase()));
const inside = words.inside.split(" ");

/**
 * Forms with a sign inside the word (`Bürger:innen`, `jede*r`, `BürgerInnen`). Names such as
 * LinkedIn are none, nor is a colon that a word in lower case stands before (`wo:in`).
 */
export function findGenderSigns(text: string): GenderForm[] {
  const found = [
    ...Array.from(text.matchAll(withSign)).flatMap(readSigned),
    ...Array.from(text.matchAll(article), (match) => form(match, match[1] as GenderSign)),
    ...Array.from(text.matchAll(capitalI))
      .filter(([word]) => !names.has(word.toLowerCase()))
      .map((match) => form(match, "I")),
  ];
  return found.toSorted((a, b) => a.start - b.start);
}

function readSigned(match: RegExpExecArray): GenderForm[] {
  const [word, base = "", sign = ":", written = ""] = match;
  const ending = written.toLowerCase();
  const isCapital = base.charAt(0) !== base.charAt(0).toLowerCase();
  if (ending === "in" && sign !== "*" && (!isCapital || base.length < 3)) return [];
  if (names.has(word.toLowerCase()) || isFunctionWord(base)) return [];
  if (sign === ":" && inside.some((start) => ending.startsWith(start))) return [];
  return [form(match, sign as GenderSign)];
}

function form(match: RegExpExecArray, sign: GenderSign): GenderForm {
  return { start: match.index, end: match.index + match[0].length, sign };
}

function alternatives(list: string): string {
  return list
    .split(" ")
    .toSorted((a, b) => b.length - a.length)
    .join("|");
}
