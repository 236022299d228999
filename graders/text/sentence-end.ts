import { abbreviationEnding, mostAbbreviationParts } from "./abbreviations.ts";
import {
  isFiniteVerb,
  isMonth,
  isNumberedNoun,
  isOrdinalLead,
  isStarter,
} from "./sentence-words.ts";

/** A run of sentence marks followed by white space, as offsets into the block. */
export interface MarkPlace {
  readonly sentenceStart: number;
  readonly mark: number;
  /** Behind the last mark. */
  readonly markEnd: number;
  /** Behind the closing quotes and brackets. */
  readonly end: number;
  /** First character of what follows. */
  readonly next: number;
  /** A text without any capital: there a small letter can begin a sentence. */
  readonly lowerCaseOnly: boolean;
}

/** What follows a mark. `other` can begin a sentence: an address, a paragraph sign, an emoji. */
interface Follower {
  readonly kind: "upper" | "lower" | "digit" | "other";
  readonly word: string;
}

/** A word before a dot, with the offset of its first character. */
interface WordBefore {
  readonly text: string;
  readonly start: number;
}

/** Longest word that is looked at before a dot, in characters. */
const longestWord = 40;
const openers = new Set(" \t\n\r\u00a0\u202f\"„“”»«›‹‚‘'([*_–—-");
const webAddress = /^(?:www\.|https?:|[^\s@]{1,60}@|[\p{L}\d-]{1,60}\.[\p{L}\d])/u;

/** Whether a run of sentence marks ends a sentence (readability.md, section 6). */
export function endsSentence(text: string, place: MarkPlace): boolean {
  const marks = text.slice(place.mark, place.markEnd);
  const closing = text.slice(place.markEnd, place.end);
  const next = followerAt(text, place.next);
  if (/^[[(]$/u.test(text[place.mark - 1] ?? "")) return false;
  if (isArrowAhead(text, place)) return false;
  if (/[!?]/u.test(marks)) return closing === "" || next.kind !== "lower";
  if (marks.length > 1 || marks === "…") return next.kind !== "lower";
  return endsAtDot(text, place, next);
}

/** `30.09. → 30.06.` on one line goes on. */
function isArrowAhead(text: string, { end, next }: MarkPlace): boolean {
  return /^(?:→|⇒|[-=–]>)/u.test(text.slice(next, next + 2)) && !/\n/u.test(text.slice(end, next));
}

function endsAtDot(text: string, place: MarkPlace, next: Follower): boolean {
  const word = wordBefore(text, place.mark, place.sentenceStart);
  if (word.text === "" || isAddress(text, place)) return next.kind !== "lower";
  if (/^\p{N}+$/u.test(word.text)) return endsAfterNumber(text, { ...place, word }, next);
  const previous = wordBefore(text, skipSpace(text, word.start), place.sentenceStart).text;
  if (/^[IVX]{1,6}$/u.test(word.text) && isNumbering(word.text, previous)) {
    return endsAfterNumber(text, { ...place, word }, next);
  }
  const ending = longestAbbreviation(text, place, word);
  if (ending !== undefined) {
    if (/[)\]]/u.test(text.slice(place.markEnd, place.end))) return false;
    if (next.kind !== "upper") return next.kind === "other" && ending !== "never";
    if (ending === "before-clause" && hasVerbBehind(text, place.next)) return true;
    return ending === "before-capital" || (ending !== "never" && isStarter(next.word));
  }
  if (/^\p{L}$/u.test(word.text) && !isContraction(text, word)) {
    if (isMeasure(word.text, previous)) return isStarter(next.word);
    return isNumberedNoun(previous) && next.kind === "upper";
  }
  return next.kind !== "lower" || place.lowerCaseOnly;
}

/** A word with a capital and right behind it a finite verb: `Skonto wird`. */
function hasVerbBehind(text: string, next: number): boolean {
  const verb = /^\p{Lu}[\p{L}-]{1,39} (\p{Ll}{2,15})(?!\p{L})/u.exec(
    text.slice(next, next + 60),
  )?.[1];
  return verb !== undefined && isFiniteVerb(verb);
}

/** The `s` of `So geht's.`, which is no initial. */
function isContraction(text: string, word: WordBefore): boolean {
  return /^\p{Ll}['’]$/u.test(text.slice(Math.max(0, word.start - 2), word.start));
}

/** A unit behind its number: `12 m`. */
function isMeasure(word: string, previous: string): boolean {
  return /^[a-zA-Z]$/u.test(word) && /^\p{N}+$/u.test(previous);
}

/** A Roman number, not an initial: `II`, or a single `X` after `SGB` or `im`. */
function isNumbering(word: string, previous: string): boolean {
  return word.length > 1 || isNumberedNoun(previous) || isOrdinalLead(previous);
}

/** An ordinal or a date goes on; a plain number ends the sentence. */
function endsAfterNumber(
  text: string,
  place: MarkPlace & { readonly word: WordBefore },
  next: Follower,
): boolean {
  const { word, sentenceStart } = place;
  const isYear = word.text.length >= 4 && /^\d/u.test(word.text);
  if (next.kind === "lower") return false;
  if (next.kind === "digit") return isYear;
  if (isMonth(next.word) && word.text.length <= 2) return false;
  const before = skipSpace(text, word.start);
  if (before <= sentenceStart || /^[\s"„(*_#–—-]*$/u.test(text.slice(sentenceStart, before))) {
    return isYear;
  }
  if (isFirstItem(text, { number: word, before })) return false;
  if (next.kind === "other" || isStarter(next.word) || word.text.length >= 3) return true;
  if (/[,:;(/–-]/u.test(text[before - 1] ?? "")) return false;
  return !leadsOrdinal(wordBefore(text, before, sentenceStart).text);
}

/** The `1.` of `beschließt: 1. Die Satzung gilt. 2. Die Gebühr steigt.` */
function isFirstItem(
  text: string,
  { number, before }: { readonly number: WordBefore; readonly before: number },
): boolean {
  if (number.text !== "1" || text[before - 1] !== ":") return false;
  return /[.!?;,] 2\. \p{Lu}/u.test(text.slice(number.start, number.start + longestItem));
}

/** Farthest that the second item of a list in one line is looked for, in characters. */
const longestItem = 1000;

/** `im 2. Obergeschoss`, `zum vollendeten 6. Lebensjahr`. */
function leadsOrdinal(word: string): boolean {
  return isOrdinalLead(word) || (/^\p{Ll}+e[mnrs]?$/u.test(word) && !isFiniteVerb(word));
}

/** The longest known abbreviation that ends with this dot: for `i. V. m.` all three parts. */
function longestAbbreviation(text: string, place: MarkPlace, word: WordBefore) {
  let start = word.start;
  let ending = abbreviationEnding(text.slice(start, place.mark + 1));
  for (let parts = 1; parts < mostAbbreviationParts; parts += 1) {
    const dot = skipSpace(text, start) - 1;
    if (dot < place.sentenceStart || text[dot] !== ".") break;
    const part = wordBefore(text, dot, place.sentenceStart);
    if (part.text === "") break;
    start = part.start;
    ending = abbreviationEnding(text.slice(start, place.mark + 1)) ?? ending;
  }
  return ending;
}

/** Whether the dot stands behind a web or mail address, whose last letters are no abbreviation. */
function isAddress(text: string, place: MarkPlace): boolean {
  const chunk = text.slice(Math.max(place.sentenceStart, place.mark - 100), place.mark);
  const last = chunk.slice(Math.max(chunk.lastIndexOf(" "), chunk.lastIndexOf("\n")) + 1);
  return /@|:\/\/|www\.|\.[a-z]{2,4}\//u.test(last);
}

function followerAt(text: string, next: number): Follower {
  let start = next;
  while (start < next + 20 && openers.has(text[start] ?? "")) start += 1;
  const ahead = text.slice(start, start + longestWord);
  const word = /^\p{L}*/u.exec(ahead)?.[0] ?? "";
  if (word === "") return { kind: /^\p{N}/u.test(ahead) ? "digit" : "other", word };
  if (!/^\p{Ll}+$/u.test(word)) return { kind: "upper", word };
  return { kind: webAddress.test(text.slice(start, start + 100)) ? "other" : "lower", word };
}

function wordBefore(text: string, end: number, limit: number): WordBefore {
  let start = end;
  const lowest = Math.max(limit, end - longestWord);
  while (start > lowest && isWordCharacter(text, start - 1)) start -= 1;
  return { text: text.slice(start, end), start };
}

function isWordCharacter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code > 0x7f) return /[\p{L}\p{N}]/u.test(text.charAt(index));
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function skipSpace(text: string, end: number): number {
  let before = end;
  const lowest = Math.max(0, end - 5);
  while (before > lowest && /\s/u.test(text[before - 1] ?? "")) before -= 1;
  return before;
}
