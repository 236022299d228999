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
  if (value.canonical.startsWith("times ")) return false;
  if (value.kind === "date") return !isLetterDate(content.text, item);
  if (value.kind === "duration" && isPointing(content.items, at)) return false;
  const isIdiom =
    item.lower.startsWith("ein") &&
    (["day 1", "minute 1"].includes(value.canonical) ||
      content.items[at - 1]?.lower === "in" ||
      (/^eines\s/u.test(item.lower) && content.items[at - 1]?.lower === "tag"));
  return !isIdiom && !/^jede[nmrs]?\s/u.test(item.lower);
}

function isNumbering(content: Content, at: number, item: ContentItem): boolean {
  const { text, items } = content;
  if (countsPoints(content, at)) return true;
  if (
    isDigitOrdinal(content, at) ||
    isOrdinalWord(item) ||
    numbered.has(items[at - 1]?.lower ?? "")
  )
    return true;
  if (counted.has(items[at + 1]?.lower ?? "") || isAllOfThem(items, at)) return true;
  const before = text.slice(Math.max(0, item.start - 12), item.start);
  if (/[\p{L}_]$/u.test(before)) return true;
  if (/(?:^|\n)#{1,6}\s{1,3}$/u.test(item.start <= 12 ? `\n${before}` : before)) return true;
  const isAtStart = /(?:^|\n)[\s>*_#•–(|-]{0,8}$/u.test(item.start <= 12 ? `\n${before}` : before);
  return (
    isAtStart &&
    /^(?:\.\d{1,2}){0,3}(?:[.):|]|\s*[*_]{1,2})(?:\s|$|[*_|])/u.test(
      text.slice(item.end, item.end + 16),
    )
  );
}

/** `alle drei Termine` counts what the text lists. */
function isAllOfThem(items: readonly ContentItem[], at: number): boolean {
  const amount = Number(items[at]?.value?.canonical);
  return /^alle[nr]?$/u.test(items[at - 1]?.lower ?? "") && amount <= largestListing;
}

/** `diese zwei Monate` are those that were named before. */
function isPointing(items: readonly ContentItem[], at: number): boolean {
  return /^(?:diese[nrm]?|beiden?)$/u.test(items[at - 1]?.lower ?? "");
}

/** Longest way from a number to the points it counts. */
const longestWay = 120;

/** `zwei Papiere: die Eheurkunde und den Beschluss` counts what the answer lists itself. */
function countsPoints({ text, items }: Content, at: number): boolean {
  const [item, next] = [items[at], items[at + 1]];
  const amount = Number(item?.value?.canonical);
  if (
    item === undefined ||
    next?.sentence !== item.sentence ||
    amount < 2 ||
    amount > largestListing
  )
    return false;
  const behind = text.slice(item.end, item.end + longestWay);
  const colon = behind.search(/[:.!?]/u);
  if (colon < 0 || behind[colon] !== ":") return false;
  return amount === listedBehind(text.slice(item.end + colon + 1));
}

/** Items of the list, or members of the enumeration up to the end of the sentence. */
function listedBehind(text: string): number {
  const near = text.slice(0, 2000);
  const lines = near.match(/\n[^\S\n]{0,6}(?:[-*•–]|\d{1,2}[.)])\s/gu)?.length ?? 0;
  if (/^[^\S\n]{0,8}\n/u.test(near) && lines > 0) return lines;
  const sentence = /^[^.!?\n]{1,300}/u.exec(near)?.[0] ?? "";
  return (sentence.match(/,|\s(?:und|sowie|oder)\s/gu)?.length ?? 0) + 1;
}

/** `Der 2. Termin` of the answer's own listing. */
function isDigitOrdinal({ text, items }: Content, at: number): boolean {
  const [before, item, next] = [items[at - 1], items[at], items[at + 1]];
  if (item === undefined || next === undefined || !isNoun(next)) return false;
  const isSmall = Number(item.value?.canonical) <= largestListing;
  return isSmall && text[item.end] === "." && /^d(?:er|ie|as|en|em|es)$/u.test(before?.lower ?? "");
}

/** Members that an answer's own listing may have. */
const largestListing = 12;

function isOrdinalWord({ lower }: ContentItem): boolean {
  return /e[nmrs]?$/u.test(lower) && vocabulary.ordinals.has(lower.replace(/e[nmrs]?$/u, ""));
}

/** Characters of a line before its date. */
const longestPlace = 60;

/** `Musterfurt, den 3. März 2026` or `Datum: 3.3.2026`, alone on its line, but not all there is. */
function isLetterDate(text: string, { start, end }: ContentItem): boolean {
  const around = `\n${text.slice(Math.max(0, start - longestPlace), start)}`;
  if (start > longestPlace && around.lastIndexOf("\n") === 0) return false;
  const before = around.slice(around.lastIndexOf("\n") + 1);
  const after = text.slice(end, end + 40).split("\n")[0] ?? "";
  if (!/^[\s*_.]*$/u.test(after)) return false;
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
