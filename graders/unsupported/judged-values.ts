import { isOfKind, oneOf, space } from "../text/character-kinds.ts";
import { isNoun } from "../text/clauses.ts";
import type { Content, ContentItem } from "../text/content-items.ts";
import { isFiniteVerb } from "../text/sentence-words.ts";
import type { Value } from "../text/value.ts";
import { vocabulary } from "../text/values-vocabulary.ts";
import counting from "./counting-words.json" with { type: "json" };

const numbered = new Set(counting.numbered);
const counted = new Set(counting.counted);

/** Is the value a statement of the answer, and not its numbering, its date or a way of speaking? */
export function isJudged(content: Content, at: number, value: Value): boolean {
  const item = content.items[at];
  if (item === undefined) return false;
  if (value.kind === "number") return !isNumbering(content, at, item);
  if (value.unit === "times") return false;
  if (value.kind === "date") return !isLetterDate(content.text, item);
  const before = content.items[at - 1]?.lower ?? "";
  if (value.kind === "duration" && pointing.has(before)) return false;
  if (item.lower.startsWith("ein")) return !isIdiom(item.lower, before, value.canonical);
  return !item.lower.startsWith("jede") || !/^jede[nmrs]?\s/u.test(item.lower);
}

/** `diese zwei Monate` are those that were named before. */
const pointing = new Set(["diese", "dieser", "diesen", "diesem", "beide", "beiden"]);

/** `ein Tag`, `in einem Jahr`, `der Tag eines Jahres` */
function isIdiom(lower: string, before: string, canonical: string): boolean {
  if (canonical === "day 1" || canonical === "minute 1" || before === "in") return true;
  return before === "tag" && /^eines\s/u.test(lower);
}

function isNumbering(content: Content, at: number, item: ContentItem): boolean {
  const { text, items } = content;
  if (countsPoints(content, at)) return true;
  const before = items[at - 1]?.lower ?? "";
  if (isDigitOrdinal(content, at) || isOrdinalWord(item) || numbered.has(before)) return true;
  if (counted.has(items[at + 1]?.lower ?? "") || isAllOfThem(item, before)) return true;
  if (isBehindLetter(text, item.start)) return true;
  if (!isAtStart(text, item.start)) return isHeading(text, item.start);
  return (
    isHeading(text, item.start) ||
    /^(?:\.\d{1,2}){0,3}(?:[.):|]|\s*[*_]{1,2})(?:\s|$|[*_|])/u.test(
      text.slice(item.end, item.end + 16),
    )
  );
}

function isBehindLetter(text: string, start: number): boolean {
  // Mostly there is a blank, which needs no pattern.
  return text[start - 1] !== " " && /[\p{L}_]$/u.test(text.slice(Math.max(0, start - 2), start));
}

/** `## 3` */
function isHeading(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  if (!before.includes("#")) return false;
  return /(?:^|\n)#{1,6}\s{1,3}$/u.test(start <= 12 ? `\n${before}` : before);
}

/** Most signs and blanks between the start of a line and its number. */
const longestMargin = 8;
const isMargin = oneOf(">*_#•–(|-");

/** Only blanks, signs of a list and the like stand before it on its line. */
function isAtStart(text: string, start: number): boolean {
  for (let at = start - 1; at >= start - longestMargin - 1; at -= 1) {
    if (at < 0 || text[at] === "\n") return true;
    if (!isMargin(text, at) && !isOfKind(text, at, space)) return false;
  }
  return false;
}

const all = new Set(["alle", "allen", "aller"]);

/** `alle drei Termine` counts what the text lists. */
function isAllOfThem({ value }: ContentItem, before: string): boolean {
  return value !== undefined && value.amount <= largestListing && all.has(before);
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
  return articles.has(items[at - 1]?.lower ?? "") && isNoun(next);
}

const articles = new Set(["der", "die", "das", "den", "dem", "des"]);

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
/** Blanks and signs behind it. */
const longestMark = 40;
const isMark = oneOf("*_.");

/** Do only blanks and signs of emphasis follow on the line? */
function endsLine(text: string, from: number): boolean {
  const last = Math.min(text.length, from + longestMark);
  for (let at = from; at < last && text[at] !== "\n"; at += 1) {
    if (!isMark(text, at) && !isOfKind(text, at, space)) return false;
  }
  return true;
}

/** `Musterfurt, den 3. März 2026` or `Datum: 3.3.2026`, alone on its line, but not all there is. */
function isLetterDate(text: string, { start, end }: ContentItem): boolean {
  if (!endsLine(text, end)) return false;
  const around = `\n${text.slice(Math.max(0, start - longestPlace), start)}`;
  if (start > longestPlace && around.lastIndexOf("\n") === 0) return false;
  const before = around.slice(around.lastIndexOf("\n") + 1);
  const after = text.slice(end, end + longestMark).split("\n", 1)[0] ?? "";
  const isAlone = text.trim().length <= before.length + end - start + after.length;
  if (
    isAlone ||
    before
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.some(isFiniteVerb) === true
  )
    return false;
  return /^[\s*_]*(?:Datum[*_]*:[*_]*\s*|\p{Lu}[\p{L} .()/-]{1,40},\s*)?(?:den\s+|am\s+)?$/u.test(
    before,
  );
}
