import type { Answering } from "../core/findings.ts";
import type { Completed } from "../core/outcome.ts";
import type { MeasuredRun } from "./measured-run.ts";
import { allSuites } from "./method-texts.ts";
import type { RowOrder } from "./row-order.ts";
import { quantile } from "./statistics/quantile.ts";

/**
 * How long answers took (median and 95th percentile over completed trials that were not cached),
 * their tokens in sum, and how many were cut off; per model and suite, and `alle` over all its trials. Durations are
 * left out when no trial has one, sums of tokens when any trial lacks them.
 */
export function findAnswering(run: MeasuredRun, order: RowOrder): Answering[] {
  return order.models.flatMap((model) =>
    [allSuites, ...run.suites].flatMap((suite) => {
      const outcomes = run.trials
        .filter((trial) => trial.model === model && [trial.suite, allSuites].includes(suite))
        .map(({ outcome }) => outcome)
        .filter((outcome) => outcome.status === "completed");
      return outcomes.length === 0 ? [] : [{ model, suite, ...answeringOf(outcomes) }];
    }),
  );
}

/** Sum of tokens; `undefined` as soon as one answer does not tell. */
export function sumTokens(
  outcomes: readonly Completed[],
  kind: "inputTokens" | "outputTokens",
): number | undefined {
  let sum = 0;
  for (const { usage } of outcomes) {
    const tokens = usage?.[kind];
    if (tokens === undefined) return undefined;
    sum += tokens;
  }
  return sum;
}

function answeringOf(outcomes: readonly Completed[]): Omit<Answering, "model" | "suite"> {
  const durations = outcomes
    .flatMap(({ timing, cached }) => (cached === true ? [] : (timing?.totalMs ?? [])))
    .toSorted((a, b) => a - b);
  const outputTokens = sumTokens(outcomes, "outputTokens");
  const inputTokens = sumTokens(outcomes, "inputTokens");
  return {
    n: outcomes.length,
    ...(durations.length > 0 && {
      medianMs: quantile(durations, 0.5),
      p95Ms: quantile(durations, 0.95),
    }),
    ...(outputTokens !== undefined && { outputTokens }),
    ...(inputTokens !== undefined && { inputTokens }),
    truncated: outcomes.filter(({ finishReason }) => finishReason === "length").length,
  };
}
