import type { Reliability } from "../../core/findings.ts";
import { casesOutOf, sampleSize } from "./measured.ts";
import { percent, percentRangeInWords } from "./numbers.ts";

/** How steady a model answers when it is asked the same thing again. */
export function reliabilitySentence(row: Reliability, name: string): string {
  const { always, once, attempts, flips, n } = row;
  const range = percentRangeInWords(always.low, always.high);
  const lead = `${name} besteht ${percent(always.value)} der Fälle in allen ${attempts} Versuchen (Intervall ${range}, ${sampleSize(n)}) und ${percent(once.value)} mindestens einmal.`;
  return flips === 0
    ? `${lead} In keinem Fall wechselte das Urteil.`
    : `${lead} In ${casesOutOf(flips, n)} war die Antwort auf dieselbe Frage einmal richtig und einmal falsch.`;
}
