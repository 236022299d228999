import type { VerdictCount } from "../core/findings.ts";
import { failureClasses } from "../core/failure-class.ts";
import type { Cell, MeasuredRun } from "./measured-run.ts";
import { orderedCells, type RowOrder } from "./row-order.ts";

/** What became of the trials, per suite, model, variant group and input. */
export function countVerdicts(run: MeasuredRun, order: RowOrder): VerdictCount[] {
  return orderedCells(run.cells, order).map((cell) => countCell(cell));
}

function countCell({ suite, model, variant, input, trials }: Cell): VerdictCount {
  const verdicts = trials.map(({ verdict }) => verdict);
  const because = (reason: string): number =>
    verdicts.filter((verdict) => verdict.status === "not-measured" && verdict.because === reason)
      .length;
  const failed = failureClasses.flatMap((name) => {
    const count = verdicts.filter(
      (verdict) => verdict.status === "failed" && verdict.class === name,
    ).length;
    return count === 0 ? [] : [[name, count] as const];
  });
  return {
    suite,
    model,
    variant,
    input,
    trials: trials.length,
    passed: verdicts.filter(({ status }) => status === "passed").length,
    infrastructure: because("infrastructure"),
    graderError: because("grader-error"),
    failed: Object.fromEntries(failed),
  };
}
