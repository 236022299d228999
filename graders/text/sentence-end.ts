import { abbreviationAt, mostAbbreviationParts } from "./abbreviations.ts";
import { endOfRun, isOfKind, letter, lower, number, oneOf, space } from "./character-kinds.ts";
import { followerAt, type Follower } from "./follower.ts";
import {
  isFiniteVerb,
  isMonth,
  isNumberedNoun,
  isOrdinalLead,
  isStarter,
} from "./sentence-words.ts";
import type { TextRange } from "./text-span.ts";
import { endsAddress, skipSpace, wordBefore } from "./word-before.ts";

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

/** Whether a run of sentence marks ends a sentence (readability.md, section 6). */
export function endsSentence(text: string, place: MarkPlace): boolean {
  if (isBracketOpen(text, place.mark - 1) || isArrowAhead(text, place)) return false;
  const next = followerAt(text, place.next);
  if (isLoud(text, place)) return place.end === place.markEnd || next.kind !== "lower";
  if (place.markEnd > place.mark + 1 || isEllipsis(text, place.mark)) return next.kind !== "lower";
  return endsAtDot(text, place, next);
}

const isBracketOpen = oneOf("[(");
const isCallOrQuestion = oneOf("!?");
const isEllipsis = oneOf("…");

function isLoud(text: string, { mark, markEnd }: MarkPlace): boolean {
  for (let at = mark; at < markEnd; at += 1) if (isCallOrQuestion(text, at)) return true;
  return false;
}

const isArrow = oneOf("→⇒");
const isShaft = oneOf("-=–");

/** `30.09. → 30.06.` on one line goes on. */
function isArrowAhead(text: string, { end, next }: MarkPlace): boolean {
  if (!isArrow(text, next) && !(isShaft(text, next) && text[next + 1] === ">")) return false;
  return !text.slice(end, next).includes("\n");
}

function endsAtDot(text: string, place: MarkPlace, next: Follower): boolean {
  const word = wordBefore(text, place.mark, place.sentenceStart);
  if (word.start === word.end || endsAddress(text, word, place.sentenceStart))
    return next.kind !== "lower";
  if (isNumber(text, word) || isNumbering(text, place, word)) {
    return endsAfterNumber(text, place, { word, next });
  }
  const ending = longestAbbreviation(text, place, word);
  if (ending !== undefined) {
    if (/[)\]]/u.test(text.slice(place.markEnd, place.end))) return false;
    if (next.kind !== "upper") return next.kind === "other" && ending !== "never";
    if (ending === "before-clause" && hasVerbBehind(text, place.next)) return true;
    return ending === "before-capital" || (ending !== "never" && isStarter(next.word));
  }
  if (isSingleLetter(text, word) && !isContraction(text, word)) {
    const previous = previousWord(text, place, word);
    if (isMeasure(text, word, previous)) return isStarter(next.word);
    return isNumberedNoun(text.slice(previous.start, previous.end)) && next.kind === "upper";
  }
  return next.kind !== "lower" || place.lowerCaseOnly;
}

function previousWord(text: string, place: MarkPlace, word: TextRange): TextRange {
  return wordBefore(text, skipSpace(text, word.start), place.sentenceStart);
}

/** A word of nothing but digits. */
function isNumber(text: string, { start, end }: TextRange): boolean {
  return start < end && endOfRun(text, start, number) >= end;
}

function isSingleLetter(text: string, { start, end }: TextRange): boolean {
  return end === start + 1 && isOfKind(text, start, letter);
}

/** A word with a capital and right behind it a finite verb: `Skonto wird`. */
function hasVerbBehind(text: string, next: number): boolean {
  const verb = /^\p{Lu}[\p{L}-]{1,39} (\p{Ll}{2,15})(?!\p{L})/u.exec(
    text.slice(next, next + 60),
  )?.[1];
  return verb !== undefined && isFiniteVerb(verb);
}

/** The `s` of `So geht's.`, which is no initial. */
function isContraction(text: string, { start }: TextRange): boolean {
  return isApostrophe(text, start - 1) && isOfKind(text, start - 2, lower);
}

const isApostrophe = oneOf("'’");

/** A unit behind its number: `12 m`. */
function isMeasure(text: string, unit: TextRange, previous: TextRange): boolean {
  return /^[a-zA-Z]$/u.test(text.slice(unit.start, unit.end)) && isNumber(text, previous);
}

/** A Roman number, not an initial: `II`, or a single `X` after `SGB` or `im`. */
function isNumbering(text: string, place: MarkPlace, word: TextRange): boolean {
  if (!isRoman(text, word)) return false;
  if (word.end > word.start + 1) return true;
  const { start, end } = previousWord(text, place, word);
  const previous = text.slice(start, end);
  return isNumberedNoun(previous) || isOrdinalLead(previous);
}

const isRomanDigit = oneOf("IVX");
const longestRoman = 6;

function isRoman(text: string, { start, end }: TextRange): boolean {
  if (end > start + longestRoman) return false;
  for (let at = start; at < end; at += 1) if (!isRomanDigit(text, at)) return false;
  return true;
}

/** An ordinal or a date goes on; a plain number ends the sentence. */
function endsAfterNumber(
  text: string,
  { sentenceStart }: MarkPlace,
  { word, next }: { readonly word: TextRange; readonly next: Follower },
): boolean {
  const length = word.end - word.start;
  const isYear = length >= 4 && isDigit(text, word.start);
  if (next.kind === "lower") return false;
  if (next.kind === "digit") return isYear;
  if (length <= 2 && isMonth(next.word)) return false;
  const before = skipSpace(text, word.start);
  if (endOfOpening(text, sentenceStart, before) >= before) return isYear;
  if (isFirstItem(text, word, before)) return false;
  if (next.kind === "other" || isStarter(next.word) || length >= 3) return true;
  if (isOpenSign(text, before - 1)) return false;
  const { start, end } = wordBefore(text, before, sentenceStart);
  return !leadsOrdinal(text.slice(start, end));
}

const isDigit = oneOf("0123456789");
const isOpening = oneOf('"„(*_#–—-');
const isOpenSign = oneOf(",:;(/–-");

/** Offset behind the blanks, brackets and dashes that a sentence begins with. */
function endOfOpening(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (isOpening(text, at) || isOfKind(text, at, space))) at += 1;
  return at;
}

/** The `1.` of `beschließt: 1. Die Satzung gilt. 2. Die Gebühr steigt.` */
function isFirstItem(text: string, { start, end }: TextRange, before: number): boolean {
  if (end > start + 1 || text[start] !== "1" || text[before - 1] !== ":") return false;
  return /[.!?;,] 2\. \p{Lu}/u.test(text.slice(start, start + longestItem));
}

/** Farthest that the second item of a list in one line is looked for, in characters. */
const longestItem = 1000;

/** `im 2. Obergeschoss`, `zum vollendeten 6. Lebensjahr`. */
function leadsOrdinal(word: string): boolean {
  return isOrdinalLead(word) || (/^\p{Ll}+e[mnrs]?$/u.test(word) && !isFiniteVerb(word));
}

/** The longest known abbreviation that ends with this dot: for `i. V. m.` all three parts. */
function longestAbbreviation(text: string, place: MarkPlace, word: TextRange) {
  let { start } = word;
  let ending = abbreviationAt(text, start, place.mark + 1);
  for (let parts = 1; parts < mostAbbreviationParts; parts += 1) {
    const dot = skipSpace(text, start) - 1;
    if (dot < place.sentenceStart || text[dot] !== ".") break;
    const part = wordBefore(text, dot, place.sentenceStart);
    if (part.start === part.end) break;
    ({ start } = part);
    ending = abbreviationAt(text, start, place.mark + 1) ?? ending;
  }
  return ending;
}
