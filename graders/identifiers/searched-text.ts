import { rememberLatest } from "../text/remember-latest.ts";
import type { Value } from "../text/value.ts";
import { readValues } from "../text/values.ts";
import { valueText, type CompactText } from "./compact-text.ts";
import { isDigitAt } from "./digit-runs.ts";
import type { Finding, Span } from "./finding.ts";
import { foldedText, type FoldedText } from "./folded-text.ts";
import { phraseText, type PhraseText } from "./planted-phrase.ts";
import { recognise } from "./recognise.ts";

/** A text made ready for looking up known values; each way of reading it is gone when first asked. */
export class SearchedText {
  readonly original: string;
  readonly folded: FoldedText;
  #compact: CompactText | undefined;
  #findings: readonly Finding[] | undefined;
  #keys: readonly string[] | undefined;
  #phrases: PhraseText | undefined;
  #values: readonly Value[] | undefined;

  constructor(original: string) {
    this.original = original;
    this.folded = foldedText(original);
  }

  get compact(): CompactText {
    return (this.#compact ??= valueText(this.folded.text));
  }

  /** All that the recognisers see in it, hints included. */
  get findings(): readonly Finding[] {
    return (this.#findings ??= recognise(this.original));
  }

  /** The {@link keyOf} of every finding. */
  get keys(): readonly string[] {
    return (this.#keys ??= this.findings.map(keyOf));
  }

  /** Its words and values. */
  get phrases(): PhraseText {
    return (this.#phrases ??= phraseText(this.original));
  }

  /** Its values alone. */
  get values(): readonly Value[] {
    return (this.#values ??= readValues(this.original));
  }
}

/** Prepares a text (Unicode normal form C) for {@link findLiteral} and `findPlanted`. */
export const searchedText = rememberLatest((original: string) => new SearchedText(original));

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
  if (needle.compact === "") return findExactly(text.original, needle.value);
  const compact = text.compact.text;
  const spans: Span[] = [];
  for (let at = compact.indexOf(needle.compact); at >= 0;) {
    const span = literalAt(text, at, needle);
    if (span !== undefined) spans.push(span);
    at = compact.indexOf(needle.compact, at + 1);
  }
  return spans;
}

/** The place of a value that stands in the compact text from here on, if it is one. */
export function literalAt(text: SearchedText, at: number, needle: Needle): Span | undefined {
  const { compact, folded } = text;
  const end = at + needle.compact.length;
  if (!hasBorders(compact, { start: at, end })) return undefined;
  const span = compact.sourceSpan(at, end);
  return isWhole(folded.text, span, needle) ? folded.originalSpan(span) : undefined;
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
  return !isInNumber(source, start - 1) && !isInNumber(source, end);
}

/** Is it a dot or comma between digits? */
function isInNumber(source: string, at: number): boolean {
  if (!isDigitAt(source, at - 1) || !isDigitAt(source, at + 1)) return false;
  return source[at] === "." || source[at] === ",";
}
