import type { Rate, SuiteResult } from "../core/findings.ts";
import type { RunSuite } from "../core/manifest.ts";
import { tidy } from "./estimate.ts";
import type { MeasuredRun } from "./measured-run.ts";

/** Above this share of trials without a measurement a result is „nicht belastbar“. */
const mostNotMeasured = 0.05;

/**
 * Whether a model passes a suite: its rate reaches `passAt` and no `critical` case failed in any
 * attempt or style. A critical case without any measured trial is named beside it, because then
 * nobody knows. Without a rate there is no result.
 */
export function findSuiteResults(run: MeasuredRun, rates: readonly Rate[]): SuiteResult[] {
  const suites = new Map(run.manifest.suites.map((suite) => [suite.name, suite]));
  return rates.flatMap((rate) => {
    const suite = suites.get(rate.suite);
    const cell = run.cell(rate);
    if (suite === undefined || cell === undefined) return [];
    const { trials } = cell;
    const notMeasuredShare = tidy(rate.notMeasured / trials.length);
    const critical = criticalCases(suite);
    const failed = trials.filter(({ verdict }) => verdict.status === "failed");
    const criticalFailed = critical.filter((id) => failed.some((trial) => trial.case === id));
    const tried = new Set(trials.map((trial) => trial.case));
    return [
      {
        suite: rate.suite,
        model: rate.model,
        variant: rate.variant,
        input: rate.input,
        passAt: suite.passAt,
        value: rate.value,
        passes: rate.value >= suite.passAt - 1e-9 && criticalFailed.length === 0,
        criticalFailed,
        criticalNotMeasured: critical.filter((id) => tried.has(id) && !cell.cases.has(id)),
        reliable: notMeasuredShare <= mostNotMeasured,
        notMeasuredShare,
      },
    ];
  });
}

function criticalCases(suite: RunSuite): string[] {
  return suite.cases
    .filter(({ critical }) => critical)
    .map(({ id }) => id)
    .toSorted();
}
