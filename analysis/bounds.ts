import type { FailureBound } from "../core/findings-bounds.ts";
import type { Cell, MeasuredRun } from "./measured-run.ts";
import { failureBoundText } from "./method-texts.ts";
import { orderedCells, type RowOrder } from "./row-order.ts";
import { tidy } from "./estimate.ts";
import { clopperPearsonUpper } from "./statistics/clopper-pearson.ts";

/**
 * The exact upper bound of the share of failing cases, per place, over all cases and over the
 * critical ones: what an exclusion criterion is held against. The versions of a template are one
 * case here, as everywhere.
 */
export function findBounds(run: MeasuredRun, order: RowOrder): FailureBound[] {
  const critical = new Map(
    run.manifest.suites.map(({ name, cases }) => [
      name,
      new Set(cases.filter((summary) => summary.critical).map(({ id }) => id)),
    ]),
  );
  return orderedCells(run.cells, order).flatMap((cell) => [
    ...boundOf(cell, "all", () => true),
    ...boundOf(cell, "critical", (id) => critical.get(cell.suite)?.has(id) ?? false),
  ]);
}

function boundOf(
  { suite, model, variant, input, trials }: Cell,
  scope: FailureBound["scope"],
  counts: (caseId: string) => boolean,
): FailureBound[] {
  const measured = trials.filter(
    (trial) => trial.verdict.status !== "not-measured" && counts(trial.case),
  );
  const units = new Set(measured.map(({ unit }) => unit));
  if (units.size === 0) return [];
  const failing = new Set(
    measured.filter(({ verdict }) => verdict.status === "failed").map(({ unit }) => unit),
  );
  const upper = tidy(clopperPearsonUpper(failing.size, units.size));
  const names = { suite, model, variant, input, scope };
  return [{ ...names, n: units.size, failed: failing.size, upper, method: failureBoundText }];
}
