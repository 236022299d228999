import type { Exposure, HygienePrice, Leak } from "../../core/findings.ts";
import { casesOutOf, measuredDifference, measuredMean, sampleSize } from "./measured.ts";
import { percent, percentRange, percentRangeInWords } from "./numbers.ts";
import { side } from "./training-sentences.ts";

/** What staff give away; `where` names the prompt and the input. */
export function exposureSentence(exposure: Exposure, where: string): string {
  return `${where}: je Fall ${measuredMean(exposure)} geschützte Angaben.`;
}

/** What comes back. No leak seen is not no risk, so the upper bound stands beside a zero. */
export function leakSentence(leak: Leak, name: string): string {
  const cases = casesOutOf(leak.withLeak, leak.n);
  if (leak.withLeak === 0) {
    return `${name}: in ${cases} stand eine geschützte Angabe in der Antwort. ${zeroLeakNote(leak)}`;
  }
  return `${name}: in ${cases} stand eine geschützte Angabe in der Antwort (${percent(leak.value)}, Intervall ${percentRangeInWords(leak.low, leak.high)}).`;
}

/** `0 von 14 heißt nicht kein Risiko: Obergrenze 19 %.` */
export function zeroLeakNote(leak: Leak): string {
  return `0 von ${leak.n} heißt nicht kein Risiko: Obergrenze ${percent(leak.high)}.`;
}

/** What pseudonymising costs in quality. */
export function priceSentence(price: HygienePrice, name: string, suite: string): string {
  const difference = measuredDifference(price.difference, price);
  const where = side(price);
  if (where === "above") {
    return `${name} besteht in „${suite}“ mit pseudonymisiertem Text weniger Fälle als mit dem Originaltext: Preis ${difference}.`;
  }
  if (where === "below") {
    return `${name} besteht in „${suite}“ mit pseudonymisiertem Text mehr Fälle als mit dem Originaltext: Preis ${difference}.`;
  }
  return `Bei ${name} ist in „${suite}“ kein Preis der Pseudonymisierung gesichert: ${difference}.`;
}

/** Share of answers that keep the placeholders they needed. */
export function placeholderText(price: HygienePrice): string {
  const kept = price.placeholdersKept;
  if (kept === undefined) return "keine nötig";
  return `${percent(kept.value)} (${percentRange(kept.low, kept.high)}, ${sampleSize(kept.n)})`;
}
