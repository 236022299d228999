import { findDates, type CalendarDate } from "./calendar-date.ts";
import type { CompactText } from "./compact-text.ts";
import { CueIndex, mayHaveLabel } from "./cue.ts";
import { cueStarts, startsOutside, type CueStarts } from "./cue-starts.ts";
import { digitRuns, runsOutside, type DigitRuns } from "./digit-runs.ts";
import type { Finding, Span } from "./finding.ts";
import { numberText } from "./number-text.ts";

/** What a recogniser reads: hits of earlier recognisers are masked. */
export class Reading {
  /** Folded text; masked places hold {@link maskCharacter}. Same length as `full`. */
  readonly text: string;
  /** The same text without masks, for looking at cues. */
  readonly full: string;
  /** Where the cue words of `full` stand. */
  readonly cues: CueIndex;
  /** Where the digits of `full` stand. */
  readonly fullDigits: DigitRuns;
  readonly #mask: Mask | undefined;
  #digits: DigitRuns | undefined;
  #compact: CompactText | undefined;
  #dates: readonly CalendarDate[] | undefined;
  #cueStarts: CueStarts | undefined;

  constructor(text: string, mask?: Mask) {
    this.text = text;
    this.#mask = mask;
    this.full = mask?.before.full ?? text;
    this.cues = mask?.before.cues ?? new CueIndex(text);
    this.fullDigits = mask?.before.fullDigits ?? digitRuns(text);
  }

  /** Where the digits of `text` stand. */
  digits(): DigitRuns {
    return (this.#digits ??= this.#readDigits());
  }

  /** Words of `text` that may begin a cue. */
  cueStarts(): CueStarts {
    return (this.#cueStarts ??= this.#readStarts());
  }

  /** The dates of `text`. */
  dates(): readonly CalendarDate[] {
    return (this.#dates ??= findDates(this));
  }

  /** `text` without the gaps inside numbers. */
  compact(): CompactText {
    return (this.#compact ??= this.#readNumbers());
  }

  #readNumbers(): CompactText {
    return numberText(this.text, this.digits(), (stretch) => {
      return labels.some((family) => mayHaveLabel(this.cues, stretch, family));
    });
  }

  #readDigits(): DigitRuns {
    if (this.#mask === undefined) return this.fullDigits;
    const { before, spans } = this.#mask;
    return runsOutside(before.digits(), spans) ?? digitRuns(this.text);
  }

  #readStarts(): CueStarts {
    if (this.#mask === undefined) return this.cues.starts();
    const { before, spans } = this.#mask;
    return startsOutside(before.text, before.cueStarts(), spans) ?? cueStarts(this.text);
  }
}

/** Labels that make an identifier of a number with few digits. */
const labels = ["identity-document-label", "driving-licence"] as const;

/** What was masked in which text; the spans are sorted and do not overlap. */
interface Mask {
  readonly before: Reading;
  readonly spans: readonly Span[];
}

/** Finds one kind of identifier. */
export type Recogniser = (reading: Reading) => Finding[];
/** Finds what later recognisers must not read, and what is no finding itself. */
export type Masker = (reading: Reading) => readonly Span[];

/** No letter, no digit, no blank, and nobody writes it. */
export const maskCharacter = "\uffff";

/** A text before any recogniser has read it. */
export function startReading(full: string): Reading {
  return new Reading(full);
}

/** The same text with some more places masked. The spans are sorted and do not overlap. */
export function masked(reading: Reading, spans: readonly Span[]): Reading {
  if (spans.length === 0) return reading;
  let text = "";
  let done = 0;
  for (const { start, end } of spans) {
    text += reading.text.slice(done, start) + maskCharacter.repeat(end - start);
    done = end;
  }
  return new Reading(text + reading.text.slice(done), { before: reading, spans });
}
