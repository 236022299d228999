import { codeAt } from "../text/code-at.ts";
import { unitsOf } from "../text/text-units.ts";

/**
 * Traces of letters: numbers for four units side by side, of which others may have the same. A table of traces is
 * small enough to lie in the processor's nearest memory, and tells at once what a text has not.
 */
export type TraceTable = Int32Array;

/** Units of a trace. */
export const traceLength = 4;

/** Traces in a table: ten times as many as most texts have places. */
const tableBits = 13;

/** A table without any trace. */
export function emptyTraces(): TraceTable {
  return new Int32Array(2 ** (tableBits - 5));
}

/** Adds a trace to a table. */
export function addTrace(table: TraceTable, trace: number): void {
  table[trace >> 5] = (table[trace >> 5] ?? 0) | (1 << (trace & 0x1f));
}

/** 1 if a trace is in the table, else 0. */
export function hasTrace(table: TraceTable, trace: number): number {
  return ((table[trace >> 5] ?? 0) >> (trace & 0x1f)) & 1;
}

/** The key of the latest four units, made of the key before and one more unit. */
export function nextKey(key: number, unit: number): number {
  // What is older has been shifted out.
  return (key << 8) ^ unit;
}

/** The trace of a key. */
export function traceOf(key: number): number {
  return Math.imul(key, 0x9e37_79b1) >>> (32 - tableBits);
}

/** Every trace of a text, in order. */
export function tracesOf(text: string): number[] {
  const traces: number[] = [];
  let key = 0;
  for (let at = 0; at < text.length; at += 1) {
    key = nextKey(key, codeAt(text, at));
    if (at >= traceLength - 1) traces.push(traceOf(key));
  }
  return traces;
}

const noted = emptyTraces();
let latest: string | undefined;

/** Notes the traces of a text for `mayHold`; good until the next text is noted. */
export function noteTraces(text: string): void {
  if (text === latest) return;
  const units = unitsOf(text);
  const { length } = text;
  noted.fill(0);
  let key = 0;
  for (let at = 0; at < length; at += 1) {
    key = nextKey(key, units[at] ?? 0);
    addTrace(noted, traceOf(key));
  }
  latest = text;
}

/** False if the text that was noted last has no such trace. */
export function mayHold(trace: number): boolean {
  return hasTrace(noted, trace) === 1;
}
