import { rememberLatest } from "../text/remember-latest.ts";
import { valueText, type CompactText } from "./compact-text.ts";
import type { Finding, Span } from "./finding.ts";
import { foldedText, type FoldedText } from "./folded-text.ts";
import { phraseText, type PhraseText } from "./planted-phrase.ts";
import { recognise } from "./recognise.ts";

/** A text made ready for looking up known values. */
export interface SearchedText {
  readonly original: string;
  readonly folded: FoldedText;
  readonly compact: CompactText;
  /** All that the recognisers see in it, hints included. */
  readonly findings: readonly Finding[];
  /** The {@link keyOf} of every finding. */
  readonly keys: readonly string[];
  /** Its words and values; read when first asked. */
  readonly phrases: () => PhraseText;
}

/** Prepares a text (Unicode normal form C) for {@link findLiteral} and `findPlanted`. */
export const searchedText = rememberLatest(prepare);

function prepare(original: string): SearchedText {
  const folded = foldedText(original);
  let phrases: PhraseText | undefined;
  const findings = recognise(original);
  return {
    original,
    folded,
    compact: valueText(folded.text),
    findings,
    keys: findings.map(keyOf),
    phrases: () => (phrases ??= phraseText(original)),
  };
}

/** A value made ready for being looked up. */
export interface Needle {
  readonly value: string;
  /** Letters and digits of the value. */
  readonly compact: string;
}

/** Prepares a value (Unicode normal form C). */
export function needleOf(value: string): Needle {
  return { value, compact: valueText(foldedText(value).text).text };
}

/** Finds a value whose letters and digits stand in this order, whatever stands between them. */
export function findLiteral(text: SearchedText, needle: Needle): Span[] {
  const { compact } = text;
  if (needle.compact === "") return findExactly(text.original, needle.value);
  const spans: Span[] = [];
  for (let at = compact.text.indexOf(needle.compact); at >= 0;) {
    const end = at + needle.compact.length;
    if (hasBorders(compact, { start: at, end })) {
      const span = compact.sourceSpan(at, end);
      if (isWhole(text.folded.text, span, needle)) spans.push(text.folded.originalSpan(span));
    }
    at = compact.text.indexOf(needle.compact, at + 1);
  }
  return spans;
}

/** Kind and normalised value: the same for two spellings of one identifier. */
export function keyOf({ kind, value }: Pick<Finding, "kind" | "value">): string {
  return `${kind}:${value}`;
}

function findExactly(text: string, value: string): Span[] {
  const spans: Span[] = [];
  if (value.trim() === "") return spans;
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    spans.push({ start: at, end: at + value.length });
  }
  return spans;
}

/** Whole groups of letters and digits; a genitive s may follow. */
function hasBorders(compact: CompactText, { start, end }: Span): boolean {
  if (!compact.isBorder(start)) return false;
  if (compact.isBorder(end)) return true;
  const letterBefore = /\p{L}/u.test(compact.text[end - 1] ?? "");
  return letterBefore && compact.text[end] === "s" && compact.isBorder(end + 1);
}

/** Values shorter than this have to be written as they are: „11 87“ is not 1187. */
const shortestWithGaps = 6;

/** The characters stand close together, and no further digits belong to the number. */
function isWhole(source: string, { start, end }: Span, { value, compact }: Needle): boolean {
  const longest = compact.length < shortestWithGaps ? value.length : 3 * value.length + 20;
  if (end - start > longest) return false;
  if (/^\d[.,]\d/u.test(source.slice(start - 2, start + 1))) return false;
  return !/^\d[.,]\d/u.test(source.slice(end - 1, end + 2));
}
