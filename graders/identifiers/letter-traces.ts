import { codeAt } from "../text/code-at.ts";
import { unitsOf } from "../text/text-units.ts";

/** Units of a trace. */
export const traceLength = 4;

/** Bits of the table: ten times as many as most texts have places. */
const tableBits = 13;
const table = new Int32Array(2 ** (tableBits - 5));
let latest: string | undefined;

/** Notes which four units stand side by side in a text, for `mayHold`; good until the next text is noted. */
export function noteTraces(text: string): void {
  if (text === latest) return;
  const units = unitsOf(text);
  const { length } = text;
  table.fill(0);
  let key = 0;
  for (let at = 0; at < length; at += 1) {
    key = (key << 8) ^ (units[at] ?? 0);
    const trace = traceOf(key);
    table[trace >> 5] = (table[trace >> 5] ?? 0) | (1 << (trace & 0x1f));
  }
  latest = text;
}

/** False if the text that was noted last has no such units; true also for a few that it does not have. */
export function mayHold(trace: number): boolean {
  return (((table[trace >> 5] ?? 0) >> (trace & 0x1f)) & 1) === 1;
}

/** Every trace of a text, in order. */
export function tracesOf(text: string): number[] {
  const traces: number[] = [];
  let key = 0;
  for (let at = 0; at < text.length; at += 1) {
    key = (key << 8) ^ codeAt(text, at);
    if (at >= traceLength - 1) traces.push(traceOf(key));
  }
  return traces;
}

/** Of four units, the first of which stands in the highest byte; what stood before has been shifted out. */
function traceOf(key: number): number {
  return Math.imul(key, 0x9e37_79b1) >>> (32 - tableBits);
}
