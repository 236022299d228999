import type { Exposure, HygienePrice, Leak } from "../../core/findings.ts";
import { casesOutOf, measuredDifference, measuredMean, sampleSize } from "./measured.ts";
import { percent, percentRange } from "./numbers.ts";
import { side } from "./training-sentences.ts";

/** What staff give away; `where` names the task and the input. */
export function exposureSentence(exposure: Exposure, where: string): string {
  return `${where}: ${measuredMean(exposure)} protected details per case.`;
}

/** What comes back. No leak seen is not no risk, so the upper bound stands beside a zero. */
export function leakSentence(leak: Leak, name: string): string {
  const lead = `${name}: an answer held a protected detail in ${casesOutOf(leak.withLeak, leak.n)}`;
  if (leak.withLeak === 0) return `${lead}. ${zeroLeakNote(leak)}`;
  return `${lead} (${percent(leak.value)}, interval ${percentRange(leak.low, leak.high)}).`;
}

/** `0 of 14 does not mean no risk: upper bound 19%.` */
export function zeroLeakNote(leak: Leak): string {
  return `0 of ${leak.n} does not mean no risk: upper bound ${percent(leak.high)}.`;
}

/** What pseudonymising costs in quality. */
export function priceSentence(price: HygienePrice, name: string, suite: string): string {
  const difference = measuredDifference(price.difference, price);
  const where = side(price);
  if (where === "above") {
    return `In “${suite}” ${name} passes fewer cases with the pseudonymised text than with the original: price ${difference}.`;
  }
  if (where === "below") {
    return `In “${suite}” ${name} passes more cases with the pseudonymised text than with the original: price ${difference}.`;
  }
  return `In “${suite}” no price of pseudonymising is certain for ${name}: ${difference}.`;
}

/** Share of answers that keep the placeholders they needed. */
export function placeholderText(price: HygienePrice): string {
  const kept = price.placeholdersKept;
  if (kept === undefined) return "none needed";
  return `${percent(kept.value)} (${percentRange(kept.low, kept.high)}, ${sampleSize(kept.n)})`;
}
