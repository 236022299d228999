import { failureClasses, type FailureClass } from "../../core/failure-class.ts";
import type { Leak, SuiteResult } from "../../core/findings.ts";
import type { FailureBound } from "../../core/findings-bounds.ts";
import type { View } from "../view.ts";
import { mainLeaks } from "./leak-part.ts";

/** Under which condition a risk is bearable: by the commonest failure, or by the kind of risk. */
export type Condition = FailureClass | "none" | "critical" | "unreliable";

/** What can still go wrong with a model, before it is put into words. */
export type RiskFact = { readonly condition: Condition } & (
  | { readonly kind: "unreliable"; readonly row: SuiteResult }
  | { readonly kind: "critical-failed" | "critical-unknown"; readonly row: SuiteResult }
  | { readonly kind: "leak"; readonly row: Leak }
  | { readonly kind: "bound"; readonly row: FailureBound }
);

/**
 * The gravest kind first: results nobody can rely on, critical cases, leaks, then the tasks by the
 * upper bound of what fails.
 */
export function riskFacts(view: View, model: string): RiskFact[] {
  const own = view.findings.suiteResults.filter(
    (row) => row.model === model && row.variant === view.mainVariant && row.input === "raw",
  );
  return [...unreliable(own), ...critical(own), ...leaks(view, model), ...bounds(view, model)];
}

function unreliable(own: readonly SuiteResult[]): RiskFact[] {
  return own
    .filter(({ reliable }) => !reliable)
    .slice(0, 1)
    .map((row) => ({ kind: "unreliable", condition: "unreliable", row }));
}

function critical(own: readonly SuiteResult[]): RiskFact[] {
  return own.flatMap((row): RiskFact[] => [
    ...(row.criticalFailed.length === 0
      ? []
      : [{ kind: "critical-failed", condition: "critical", row } as const]),
    ...(row.criticalNotMeasured.length === 0
      ? []
      : [{ kind: "critical-unknown", condition: "critical", row } as const]),
  ]);
}

function leaks(view: View, model: string): RiskFact[] {
  return mainLeaks(view)
    .filter((row) => row.model === model && row.withLeak > 0)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, 1)
    .map((row) => ({ kind: "leak", condition: "leak", row }));
}

function bounds(view: View, model: string): RiskFact[] {
  return mainBounds(view)
    .filter((row) => row.model === model && row.scope === "all")
    .toSorted((a, b) => b.upper - a.upper || b.n - a.n)
    .map((row) => ({ kind: "bound", condition: commonest(view, row) ?? "none", row }));
}

/** Bounds of the main prompt on the original text. */
export function mainBounds(view: View): FailureBound[] {
  return view.findings.failureBounds.filter(
    ({ variant, input }) => variant === view.mainVariant && input === "raw",
  );
}

function commonest(view: View, row: FailureBound): FailureClass | undefined {
  const failed = view.findings.verdicts
    .filter(
      ({ suite, model, variant, input }) =>
        suite === row.suite &&
        model === row.model &&
        variant === row.variant &&
        input === row.input,
    )
    .map((one) => one.failed);
  const counts = failureClasses.map((name) => ({
    name,
    count: failed.reduce((sum, one) => sum + (one[name] ?? 0), 0),
  }));
  const [most] = counts.toSorted((a, b) => b.count - a.count);
  return most === undefined || most.count === 0 ? undefined : most.name;
}
