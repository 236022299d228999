import type { Failure } from "../../core/findings.ts";
import { failureClasses, type FailureClass } from "../../core/failure-class.ts";
import type { View } from "../view.ts";

/** How many answers of each model failed in one way. */
export interface Tally<Key> {
  readonly key: Key;
  /** One count per model, in the order of `view.models`. */
  readonly byModel: readonly number[];
  readonly total: number;
}
export interface FailureTally extends Omit<Tally<FailureClass>, "key"> {
  readonly class: FailureClass;
}

/** Counts the listed failures of the models (not of the baselines), the commonest class first. */
export function failureTally(view: View): FailureTally[] {
  return tallyBy(view, failureClasses, (row) => row.class)
    .map(({ key, byModel, total }) => ({ class: key, byModel, total }))
    .toSorted((a, b) => b.total - a.total);
}

/** The same failures by task, in the order of the suites. */
export function suiteTally(view: View): Tally<string>[] {
  const known = view.findings.suites.map(({ name }) => name);
  const others = view.findings.failures.map(({ suite }) => suite);
  return tallyBy(view, [...new Set([...known, ...others])], (row) => row.suite);
}

/** The same failures by severity, critical cases first, then 4 down to 1. */
export function severityTally(view: View): Tally<string>[] {
  const keys = view.findings.failures.map(severityKey);
  const ordered = [...new Set(keys)].toSorted((a, b) => place(b) - place(a));
  return tallyBy(view, ordered, severityKey);
}

/** `kritisch`, or the severity as the case gives it. */
export function severityKey(row: Pick<Failure, "critical" | "severity">): string {
  return row.critical ? criticalKey : String(row.severity);
}
export const criticalKey = "kritisch";

function place(key: string): number {
  return key === criticalKey ? Number.POSITIVE_INFINITY : Number(key);
}

function tallyBy<Key extends string>(
  view: View,
  keys: readonly Key[],
  keyOf: (row: Failure) => string,
): Tally<Key>[] {
  const places = new Map(view.models.map((model, index) => [model.id, index]));
  const counts = new Map(keys.map((key) => [key as string, view.models.map(() => 0)]));
  for (const row of view.findings.failures) {
    const at = places.get(row.model);
    const own = counts.get(keyOf(row));
    if (at !== undefined && own !== undefined) own[at] = (own[at] ?? 0) + 1;
  }
  return keys
    .map((key) => {
      const byModel = counts.get(key) ?? [];
      return { key, byModel, total: byModel.reduce((sum, count) => sum + count, 0) };
    })
    .filter(({ total }) => total > 0);
}
