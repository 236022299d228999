import type { Gain } from "../core/findings.ts";
import type { TrainingStatement } from "../core/findings-training.ts";
import type { MeasuredGain } from "./gains.ts";
import { equivalenceMargin } from "./method-texts.ts";
import { casesToTell } from "./statistics/detectable.ts";
import { equivalenceP } from "./statistics/equivalence.ts";
import { sharesOf } from "./statistics/shares.ts";

/**
 * Which sentence of the catalogue the report may write about a pair of models: that training
 * outdoes the other model only when the interval of the decision contrast lies above 0. While that is open,
 * how many cases like these would tell.
 */
export function findTrainingStatements(gains: readonly MeasuredGain[]): TrainingStatement[] {
  return gains.flatMap(({ gain, samples }) => {
    if (gain.kind !== "decision-contrast" || gain.large === undefined) return [];
    const values = samples.map((sample) => sample.values);
    const shares = sharesOf(samples);
    const equivalent = equivalenceP(values, equivalenceMargin, shares) < 0.05;
    const verdict = verdictOf(gain, equivalent);
    const needed = verdict === "open" ? casesToTell(values, gain.value, shares) : undefined;
    const { suite, small, large, n, value, low, high, method } = gain;
    const row = { suite, small, large, verdict, n, value, low, high, margin: equivalenceMargin };
    return [{ ...row, ...(needed !== undefined && { casesNeeded: needed }), method }];
  });
}

function verdictOf({ low, high }: Gain, equivalent: boolean): TrainingStatement["verdict"] {
  if (low > 0) return "training-beats-model";
  if (high < 0) return "model-beats-training";
  return equivalent ? "equivalent" : "open";
}
