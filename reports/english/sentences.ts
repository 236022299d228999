import type { Comparison, Findings, Gain, Leak, Rate, Transfer } from "../../core/findings.ts";
import type { FailureBound } from "../../core/findings-bounds.ts";
import type { Procurement } from "../../core/findings-procurement.ts";
import type { RankedModel } from "../../core/findings-ranks.ts";
import {
  day,
  decimal,
  percent,
  percentRange,
  points,
  pointsRange,
  sharpPercent,
} from "./numbers.ts";

interface Measured {
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

/** `1 case`, `0 cases`, `3 cases`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${decimal(count)}\u00a0${count === 1 ? one : many}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** `n = 30` with spaces that never break. */
export function sampleSize(n: number): string {
  return `n\u00a0=\u00a0${decimal(n)}`;
}

/** `7 of 10` */
export function outOf(part: number, n: number): string {
  return `${decimal(part)} of ${decimal(n)}`;
}

/** `62% (interval 48% to 75%, n = 30)` */
export function measuredShare(rate: Measured & { readonly value: number }): string {
  return `${percent(rate.value)} (interval ${percentRange(rate.low, rate.high)}, ${sampleSize(rate.n)})`;
}

/** `+12 percentage points (interval −3 to +27, n = 30)` */
export function measuredDifference(difference: number, measured: Measured): string {
  const value = points(difference);
  const unit = value === "+1" || value === "−1" ? "percentage point" : "percentage points";
  return `${value}\u00a0${unit} (interval ${pointsRange(measured.low, measured.high)}, ${sampleSize(measured.n)})`;
}

/** What was tested: models, cases, tasks and attempts. */
export function scopeSentence(findings: Findings, models: number, baselines: number): string {
  const tested = [
    counted(models, "model"),
    ...(baselines > 0 ? [counted(baselines, "baseline")] : []),
  ];
  const cases = findings.suites.reduce((sum, suite) => sum + suite.cases, 0);
  const verb = models === 1 && baselines === 0 ? "was" : "were";
  return `${listed(tested)} ${verb} tested on ${counted(cases, "case")} from ${counted(findings.suites.length, "task")}, with ${counted(findings.run.attempts, "attempt")} per combination.`;
}

/** How complete the run is. */
export function completenessSentence(run: Findings["run"]): string {
  const lead = `Of ${counted(run.plannedTrials, "trial")}, ${decimal(run.completedTrials)} ${run.completedTrials === 1 ? "was" : "were"} answered`;
  if (run.failedTrials === 0) return `${lead}.`;
  return `${lead} and ${decimal(run.failedTrials)} got no answer.`;
}

/** One model is ahead of every other beyond chance. */
export function recommendedSentence(name: string, first: number | undefined): string {
  const sure = first === undefined ? "" : ` It leads in ${percent(first)} of the recalculations.`;
  return `${name} is recommended: its lead over every other tested model is beyond chance.${sure}`;
}

/** Several share the first rank. */
export function sharedFirstSentence(
  rows: readonly Pick<RankedModel, "first">[],
  names: readonly string[],
): string {
  const lead = `No single model can be recommended because ${listed(names)} cannot be told apart.`;
  const [ahead] = rows
    .map(({ first }, at) => ({ first: first ?? -1, name: names[at] ?? "" }))
    .toSorted((a, b) => b.first - a.first);
  if (ahead === undefined || ahead.first < 0) return lead;
  return `${lead} In ${percent(ahead.first)} of the recalculations ${ahead.name} leads.`;
}

/** What the requirements make of the models; never an award. */
export function offersSentence(
  counts: { readonly offers: number; readonly admitted: number; readonly open: number },
  first: readonly string[],
  standing: Standing | undefined,
): string {
  if (counts.offers === 0) return "The run tested no model, only baselines.";
  const lead =
    counts.admitted === 0
      ? `None of ${counted(counts.offers, "model")} meets all exclusion criteria and minimum points`
      : `Of ${counted(counts.offers, "model")}, ${decimal(counts.admitted)} ${counts.admitted === 1 ? "meets" : "meet"} all exclusion criteria and minimum points`;
  const open = counts.open === 0 ? "." : `; for ${decimal(counts.open)} this is open.`;
  return `${lead}${open} ${frontSentence(first, standing)}`;
}

type Standing = Pick<Procurement["standings"][number], "firstShare" | "best" | "worst">;

function frontSentence(first: readonly string[], standing: Standing | undefined): string {
  if (first.length === 0) return "There is no figure of performance and price.";
  if (first.length > 1) {
    return `By the method chosen before the run, ${listed(first)} are level in front.`;
  }
  const lead = `By the method chosen before the run, ${first.join("")} is in front`;
  if (standing === undefined) return `${lead}.`;
  const sure = `${lead}, in ${percent(standing.firstShare)} of the recalculations.`;
  if (standing.worst === 1) return sure;
  return `${sure} That is not certain: places ${decimal(standing.best)} to ${decimal(standing.worst)} are possible.`;
}

/** Page 1 has no room for all of them. */
export function moreModelsSentence(models: number, chapter: number): string {
  return `All ${counted(models, "model")} stand in chapter ${chapter}.`;
}

/** How many comparisons of groups show a difference; the others show none, which is not “none”. */
export function biasSentence(found: number, all: number): string {
  if (found === 0) {
    return `In none of ${counted(all, "comparison")} of groups a difference was shown. That does not mean there is none: the last column says from which size it would have been noticed.`;
  }
  return `In ${decimal(found)} of ${counted(all, "comparison")} of groups a difference was shown.`;
}

/** Says whether two models can be told apart. */
export function comparisonWord(row: Comparison, names: { a: string; b: string }): string {
  if (row.byConstruction) return "difference is 0 by construction";
  if (!row.distinguishable) {
    return row.equivalence?.equivalent === true ? "equivalent" : "cannot be told apart";
  }
  return `${row.difference > 0 ? names.a : names.b} better`;
}

/** The decision contrast in words; training outdoes the model only when the interval is above 0. */
export function decisionSentence(contrast: Gain, pair: { small: string; large: string }): string {
  const difference = measuredDifference(contrast.value, contrast);
  const { small, large } = pair;
  if (contrast.low > 0) {
    return `${small} with the trained prompt is better than ${large} with the untrained one: ${difference}. Here training brings more than changing to the other model.`;
  }
  if (contrast.high < 0) {
    return `${large} with the untrained prompt is better than ${small} with the trained one: ${difference}. Here changing to the other model brings more than training.`;
  }
  return `Whether ${small} with the trained prompt is better than ${large} with the untrained one cannot be said: ${difference}. The interval includes 0.`;
}

/** Whether training helps whatever the model. */
export function transferSentence({ models, holds }: Transfer): string {
  if (models.length < 2) {
    return "Whether training helps across models cannot be said with only one model.";
  }
  return holds
    ? `Training helps across models: for each of the ${models.length} models the interval of the gain lies above 0.`
    : `That training helps across models is not certain: not for each of the ${models.length} models does the interval of the gain lie above 0.`;
}

/** What comes back; no leak seen is not no risk. */
export function leakSentence(leak: Leak): string {
  const lead = `an answer contained a protected detail in ${decimal(leak.withLeak)} of ${counted(leak.n, "case")}`;
  if (leak.withLeak > 0) {
    return `${lead} (${percent(leak.value)}, interval ${percentRange(leak.low, leak.high)}).`;
  }
  return `${lead}. 0 of ${decimal(leak.n)} does not mean no risk: upper bound ${percent(leak.high)}.`;
}

/** What failures leave open: the exact bound beside the count. */
export function boundSentence(row: FailureBound): string {
  const seen = `failed in ${decimal(row.failed)} of ${counted(row.n, "case")}`;
  return row.failed === row.n
    ? `${seen}.`
    : `${seen}; with 95% confidence it is at most ${sharpPercent(row.upper)}.`;
}

/** Critical cases that failed, or that nobody could measure. */
export function criticalSentence(
  name: string,
  cases: readonly string[],
  measured: boolean,
): string {
  const what = counted(cases.length, "critical case");
  const verb = cases.length === 1 ? "was" : "were";
  return measured
    ? `${name}: ${what} ${verb} not passed (${listed(cases)}).`
    : `${name}: ${what} could not be measured (${listed(cases)}).`;
}

/** Too much of a task could not be measured. */
export function unreliableSentence(name: string, share: number): string {
  return `The result of ${name} is not reliable: ${percent(share)} of the trials could not be measured.`;
}

/** Where every row has a rate: who has the highest, and that it may be chance. */
export function taskSentence(
  variant: string,
  best: readonly { readonly name: string; readonly rate: Rate }[],
): string {
  const [first, ...others] = best;
  if (first === undefined) return "No model could be measured on this task.";
  const rates = best.map(({ name, rate }) => `${name} ${measuredShare(rate)}`).join("; ");
  return others.length === 0
    ? `With the prompt “${variant}” the highest rate is that of ${rates}.`
    : `With the prompt “${variant}” several models have the same rate: ${rates}.`;
}

/** Cases that a model was not sent. */
export function withheldSentence(name: string, cases: number): string {
  return `${name}: ${counted(cases, "case")} ${cases === 1 ? "was" : "were"} not sent because of the data class.`;
}

/** Cases in another language that nobody who speaks it has read. */
export function nativeUncheckedSentence(cases: number): string {
  return `${counted(cases, "case")} in other languages ${cases === 1 ? "has" : "have"} not been checked by a native speaker yet.`;
}

/** When it is tested again; what nobody wrote down is called open. */
export function nextTestSentence(date: string | undefined): string {
  return date === undefined
    ? "No date for the next test has been entered."
    : `The next test is planned for ${day(date)}.`;
}
