import type { Content, ContentItem } from "../text/content-items.ts";
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
  const isIdiom = item.lower.startsWith("ein") && ["day 1", "minute 1"].includes(value.canonical);
  return !isIdiom && !/^jede[nmrs]?\s/u.test(item.lower);
}

function isNumbering({ text, items }: Content, at: number, item: ContentItem): boolean {
  if (isOrdinalWord(item) || numbered.has(items[at - 1]?.lower ?? "")) return true;
  if (counted.has(items[at + 1]?.lower ?? "")) return true;
  const before = text.slice(Math.max(0, item.start - 12), item.start);
  if (/[\p{L}_]$/u.test(before)) return true;
  const isAtStart = /(?:^|\n)[\s>*_#•–(|-]{0,8}$/u.test(item.start <= 12 ? `\n${before}` : before);
  return (
    isAtStart &&
    /^(?:\.\d{1,2}){0,3}(?:[.):|]|\s*[*_]{1,2})(?:\s|$|[*_|])/u.test(
      text.slice(item.end, item.end + 16),
    )
  );
}

function isOrdinalWord({ lower }: ContentItem): boolean {
  return /e[nmrs]?$/u.test(lower) && vocabulary.ordinals.has(lower.replace(/e[nmrs]?$/u, ""));
}

/** Characters of a line before its date. */
const longestPlace = 60;

/** `Musterfurt, den 3. März 2026` or `Datum: 3.3.2026`, alone on its line. */
function isLetterDate(text: string, { start, end }: ContentItem): boolean {
  const around = `\n${text.slice(Math.max(0, start - longestPlace), start)}`;
  if (start > longestPlace && around.lastIndexOf("\n") === 0) return false;
  const before = around.slice(around.lastIndexOf("\n") + 1);
  const after = text.slice(end, end + 40).split("\n")[0] ?? "";
  if (!/^[\s*_.]*$/u.test(after)) return false;
  return /^[\s*_]*(?:Datum[*_]*:[*_]*\s*|\p{Lu}[\p{L} .()/-]{1,40},\s*)?(?:den\s+|am\s+)?$/u.test(
    before,
  );
}
