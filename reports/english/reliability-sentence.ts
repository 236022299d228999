import type { Reliability } from "../../core/findings.ts";
import { casesOutOf, sampleSize } from "./measured.ts";
import { percent, percentRange } from "./numbers.ts";

/** How steady a model answers when it is asked the same thing again. */
export function reliabilitySentence(row: Reliability, name: string): string {
  const { always, once, attempts, flips, n } = row;
  const range = percentRange(always.low, always.high);
  const lead = `${name} passes ${percent(always.value)} of the cases in all ${attempts} attempts (interval ${range}, ${sampleSize(n)}) and ${percent(once.value)} at least once.`;
  return flips === 0
    ? `${lead} In no case did the verdict change.`
    : `${lead} In ${casesOutOf(flips, n)} the answer to the same question was right at one time and wrong at another.`;
}
