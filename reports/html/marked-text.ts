import type { Evidence } from "../../core/score.ts";
import { leftOut } from "../sentences/catalogue-words.ts";
import { markup, type Html } from "./escape.ts";

/** A stretch of a text; offsets in UTF-16 code units, end not included. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Texts up to this length are shown whole. */
const longestWhole = 4000;
/** Of a longer one: its beginning, and what stands around the first marked passages. */
const beginning = 2500;
const around = 250;
const longestMark = 1000;
const mostMarks = 8;

/**
 * A text with its marked passages. Of a very long text the beginning and the marked passages are
 * shown, and how much is left out in between; overlapping passages are marked once.
 */
export function markedText(
  text: string,
  evidence: readonly Evidence[] = [],
  gap: (characters: number) => Html = leftOut,
): Html {
  const marks = joined(
    evidence
      .map((span) => wholeCharacters(text, span))
      .filter((span) => span.start < span.end)
      .toSorted((a, b) => a.start - b.start),
  );
  const shown =
    text.length <= longestWhole ? [{ start: 0, end: text.length }] : windows(text, marks);
  const parts: Html[] = [];
  let at = 0;
  for (const stretch of shown) {
    if (stretch.start > at) parts.push(gap(stretch.start - at));
    parts.push(withMarks(text, stretch, marks));
    at = stretch.end;
  }
  if (at < text.length) parts.push(gap(text.length - at));
  return markup`${parts}`;
}

/** Keeps a passage inside the text and never cuts a surrogate pair. */
function wholeCharacters(text: string, span: Stretch): Stretch {
  const start = Math.min(Math.max(0, span.start), text.length);
  const end = Math.min(Math.max(0, span.end), text.length);
  return {
    start: cutsPair(text, start) ? start - 1 : start,
    end: cutsPair(text, end) ? end + 1 : end,
  };
}

function cutsPair(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

function joined(sorted: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of sorted) {
    const last = result.at(-1);
    if (last === undefined || stretch.start > last.end) result.push(stretch);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
  }
  return result;
}

function windows(text: string, marks: readonly Stretch[]): Stretch[] {
  const wanted = marks.slice(0, mostMarks).map((mark) => ({
    start: mark.start - around,
    end: Math.min(mark.end, mark.start + longestMark) + around,
  }));
  return joined(
    [{ start: 0, end: beginning }, ...wanted].map((stretch) => wholeCharacters(text, stretch)),
  );
}

function withMarks(text: string, stretch: Stretch, marks: readonly Stretch[]): Html {
  const parts: (Html | string)[] = [];
  let at = stretch.start;
  for (const mark of marks) {
    const [start, end] = [Math.max(mark.start, stretch.start), Math.min(mark.end, stretch.end)];
    if (start >= end) continue;
    parts.push(text.slice(at, start), markup`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  parts.push(text.slice(at, stretch.end));
  return markup`${parts}`;
}
