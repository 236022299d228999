import { findDates, type CalendarDate } from "./calendar-date.ts";
import type { CompactText } from "./compact-text.ts";
import { cueIndex, type CueIndex } from "./cue.ts";
import { cueStarts, type CueStarts } from "./cue-words.ts";
import { digitRuns, type DigitRuns } from "./digit-runs.ts";
import type { Finding, Span } from "./finding.ts";
import { numberText } from "./number-text.ts";

/** What a recogniser reads: hits of earlier recognisers are masked. */
export interface Reading {
  /** Folded text; masked places hold {@link maskCharacter}. Same length as `full`. */
  readonly text: string;
  /** The same text without masks, for looking at cues. */
  readonly full: string;
  /** Where the cue words of `full` stand. */
  readonly cues: CueIndex;
  /** Words of `text` that may begin a cue. */
  readonly cueStarts: () => CueStarts;
  /** Where the digits of `text` stand. */
  readonly digits: () => DigitRuns;
  /** The dates of `text`. */
  readonly dates: () => readonly CalendarDate[];
  /** `text` without the gaps inside numbers. */
  readonly compact: () => CompactText;
}

/** Finds one kind of identifier. */
export type Recogniser = (reading: Reading) => Finding[];
/** Finds what later recognisers must not read, and what is no finding itself. */
export type Masker = (reading: Reading) => readonly Span[];

/** No letter, no digit, no blank, and nobody writes it. */
export const maskCharacter = "\uffff";

/** A text before any recogniser has read it. */
export function startReading(full: string): Reading {
  const starts = once(() => cueStarts(full));
  return readingOf(full, { full, cues: cueIndex(full, starts) }, starts);
}

/** The same text with some more places masked. The spans are sorted and do not overlap. */
export function masked(reading: Reading, spans: readonly Span[]): Reading {
  if (spans.length === 0) return reading;
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    pieces.push(reading.text.slice(done, start), maskCharacter.repeat(end - start));
    done = end;
  }
  pieces.push(reading.text.slice(done));
  return readingOf(pieces.join(""), reading);
}

function readingOf(
  text: string,
  { full, cues }: Pick<Reading, "full" | "cues">,
  starts = once(() => cueStarts(text)),
): Reading {
  const digits = once(() => digitRuns(text));
  const compact = once(() => numberText(text, digits()));
  const dates = once(() => findDates({ text, digits }));
  return { text, full, cues, cueStarts: starts, digits, dates, compact };
}

/** Works out a result when it is first asked for. */
function once<Result>(read: () => Result): () => Result {
  let known: { readonly result: Result } | undefined;
  return () => (known ??= { result: read() }).result;
}
