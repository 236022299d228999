import {
  addTrace,
  emptyTraces,
  hasTrace,
  nextKey,
  traceLength,
  traceOf,
  tracesOf,
  type TraceTable,
} from "../identifiers/letter-traces.ts";
import type { Needle } from "./needle-forms.ts";

/**
 * What tells soon that letters hold no form of any needle: the traces that its first letters leave. Letters with
 * a form have two of these side by side, which others hardly ever have.
 */
export interface SoughtLetters {
  readonly traces: TraceTable;
  /** A form is too short for that, so that any letters may hold it. */
  readonly isShort: boolean;
  /** A needle is looked for only where digits are spelled out. */
  readonly isSpelled: boolean;
}

/** Letters with two traces. */
const shortest = traceLength + 1;
/** Traces side by side that tell of a form. */
const tellingTraces = 2;

/** Prepares the forms of needles but for ciphers, which are looked for by their steps. */
export function soughtLetters(needles: readonly Needle[]): SoughtLetters {
  const forms = needles.flatMap(({ forms: all }) => all);
  const words = [
    ...forms.filter(({ dress }) => dress === "same" || dress === "reversed"),
    ...needles.flatMap(({ leet }) => [{ letters: leet.stroke }, { letters: leet.dot }]),
  ]
    .map(({ letters }) => letters)
    .filter((letters) => letters !== "");
  const traces = emptyTraces();
  for (const word of words) {
    for (const trace of tracesOf(word.slice(0, shortest))) addTrace(traces, trace);
  }
  return {
    traces,
    isShort: words.some((word) => word.length < shortest),
    isSpelled: forms.some(({ dress }) => dress === "spelled-out"),
  };
}

/** False if none of the forms stands in the letters, given as so many units. */
export function mayHoldForm(
  units: Uint16Array,
  length: number,
  { traces, isShort }: SoughtLetters,
): boolean {
  if (isShort) return true;
  let [key, row, longest] = [0, 0, 0];
  for (let at = 0; at < length; at += 1) {
    key = nextKey(key, units[at] ?? 0);
    row = (row + 1) & -hasTrace(traces, traceOf(key));
    longest |= row;
  }
  return longest >= tellingTraces;
}
