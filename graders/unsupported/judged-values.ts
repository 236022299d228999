import { oneOf } from "../text/character-kinds.ts";
import { isNoun } from "../text/clauses.ts";
import type { Content, ContentItem } from "../text/content-items.ts";
import { isFiniteVerb } from "../text/sentence-words.ts";
import type { Value } from "../text/value.ts";
import { vocabulary } from "../text/values-vocabulary.ts";
import { wordFlag, type Word } from "../text/word.ts";
import { beginsLine, endsLine, isBehindLetter, isHeading } from "./margins.ts";
import counting from "./counting-words.json" with { type: "json" };

/** `Nummer 3` */
const isNumbered = oneOfWords(counting.numbered);
/** `3 Punkte` */
const isCounted = oneOfWords(counting.counted);
/** `diese zwei Monate` are those that were named before. */
const isPointing = oneOfWords(["diese", "dieser", "diesen", "diesem", "beide", "beiden"]);
const isAll = oneOfWords(["alle", "allen", "aller"]);
const isArticle = oneOfWords(["der", "die", "das", "den", "dem", "des"]);

/** Is the word of an item, in small or capital letters, one of those? */
function oneOfWords(words: readonly string[]): (item: ContentItem | undefined) => boolean {
  const known = new Set(words);
  const isKnown = wordFlag(({ text }: Word) => known.has(text.toLowerCase()));
  return (item) => item !== undefined && isKnown(item.word);
}

/** Is the value a statement of the answer, and not its numbering, its date or a way of speaking? */
export function isJudged(content: Content, at: number, value: Value): boolean {
  const item = content.items[at];
  if (item === undefined) return false;
  if (value.kind === "number") return !isNumbering(content, at, item);
  if (value.unit === "times") return false;
  if (value.kind === "date") return !isLetterDate(content.text, item);
  const before = content.items[at - 1];
  if (value.kind === "duration" && isPointing(before)) return false;
  if (item.lower.startsWith("ein")) return !isIdiom(item.lower, before?.lower, value.canonical);
  return !item.lower.startsWith("jede") || !/^jede[nmrs]?\s/u.test(item.lower);
}

/** `ein Tag`, `in einem Jahr`, `der Tag eines Jahres` */
function isIdiom(lower: string, before: string | undefined, canonical: string): boolean {
  if (canonical === "day 1" || canonical === "minute 1" || before === "in") return true;
  return before === "tag" && /^eines\s/u.test(lower);
}

function isNumbering(content: Content, at: number, item: ContentItem): boolean {
  const { text, items } = content;
  if (countsPoints(content, at)) return true;
  const before = items[at - 1];
  if (isDigitOrdinal(content, at) || isOrdinalWord(item) || isNumbered(before)) return true;
  if (isCounted(items[at + 1]) || isAllOfThem(item, before)) return true;
  if (isBehindLetter(text, item.start)) return true;
  if (!beginsLine(text, item.start)) return isHeading(text, item.start);
  return (
    isHeading(text, item.start) ||
    /^(?:\.\d{1,2}){0,3}(?:[.):|]|\s*[*_]{1,2})(?:\s|$|[*_|])/u.test(
      text.slice(item.end, item.end + 16),
    )
  );
}

/** `alle drei Termine` counts what the text lists. */
function isAllOfThem({ value }: ContentItem, before: ContentItem | undefined): boolean {
  return value !== undefined && value.amount <= largestListing && isAll(before);
}

/** Longest way from a number to the points it counts, and longest list of them. */
const longestWay = 120;
const longestList = 2000;
const endsSentence = oneOf(".!?");

/** `zwei Papiere: die Eheurkunde und den Beschluss` counts what the answer lists itself. */
function countsPoints({ text, items }: Content, at: number): boolean {
  const [item, next] = [items[at], items[at + 1]];
  const amount = item?.value?.amount ?? 0;
  if (item === undefined || next?.sentence !== item.sentence) return false;
  if (amount < 2 || amount > largestListing) return false;
  const colon = colonBehind(text, item.end);
  return colon >= 0 && amount === listedBehind(text.slice(colon + 1, colon + 1 + longestList));
}

/** Where a colon ends the sentence; -1 if there is none. */
function colonBehind(text: string, from: number): number {
  const last = Math.min(text.length, from + longestWay);
  for (let at = from; at < last; at += 1) {
    if (text[at] === ":") return at;
    if (endsSentence(text, at)) return -1;
  }
  return -1;
}

/** Items of the list, or members of the enumeration up to the end of the sentence. */
function listedBehind(near: string): number {
  const lines = near.match(/\n[^\S\n]{0,6}(?:[-*•–]|\d{1,2}[.)])\s/gu)?.length ?? 0;
  if (/^[^\S\n]{0,8}\n/u.test(near) && lines > 0) return lines;
  const sentence = /^[^.!?\n]{1,300}/u.exec(near)?.[0] ?? "";
  return (sentence.match(/,|\s(?:und|sowie|oder)\s/gu)?.length ?? 0) + 1;
}

/** `Der 2. Termin` of the answer's own listing. */
function isDigitOrdinal({ text, items }: Content, at: number): boolean {
  const item = items[at];
  if (item?.value === undefined || text[item.end] !== ".") return false;
  const next = items[at + 1];
  if (item.value.amount > largestListing || next === undefined) return false;
  return isArticle(items[at - 1]) && isNoun(next);
}

/** Members that an answer's own listing may have. */
const largestListing = 12;

function isOrdinalWord({ lower }: ContentItem): boolean {
  if (isDigit(lower.charCodeAt(0))) return false;
  return /e[nmrs]?$/u.test(lower) && vocabulary.ordinals.has(lower.replace(/e[nmrs]?$/u, ""));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Characters of a line before its date. */
const longestPlace = 60;
/** Blanks and signs of emphasis behind it. */
const longestMark = 40;

/** `Musterfurt, den 3. März 2026` or `Datum: 3.3.2026`, alone on its line, but not all there is. */
function isLetterDate(text: string, { start, end }: ContentItem): boolean {
  if (!endsLine(text, end, longestMark)) return false;
  const around = `\n${text.slice(Math.max(0, start - longestPlace), start)}`;
  if (start > longestPlace && around.lastIndexOf("\n") === 0) return false;
  const before = around.slice(around.lastIndexOf("\n") + 1);
  const after = text.slice(end, end + longestMark).split("\n", 1)[0] ?? "";
  if (!leadsToDate.test(before)) return false;
  const isAlone = text.trim().length <= before.length + end - start + after.length;
  return !isAlone && !hasVerb(before);
}

const leadsToDate =
  /^[\s*_]*(?:Datum[*_]*:[*_]*\s*|\p{Lu}[\p{L} .()/-]{1,40},\s*)?(?:den\s+|am\s+)?$/u;

function hasVerb(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu);
  return words?.some(isFiniteVerb) === true;
}
