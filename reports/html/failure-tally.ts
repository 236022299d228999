import { failureClasses, type FailureClass } from "../../core/failure-class.ts";
import type { View } from "../view.ts";

/** How many answers of each model failed in one way. */
export interface FailureTally {
  readonly class: FailureClass;
  /** One count per model, in the order of `view.models`. */
  readonly byModel: readonly number[];
  readonly total: number;
}

/** Counts the listed failures of the models (not of the baselines), the commonest class first. */
export function failureTally(view: View): FailureTally[] {
  const { failures } = view.findings;
  return failureClasses
    .map((name) => {
      const rows = failures.filter((row) => row.class === name);
      const byModel = view.models.map(
        (model) => rows.filter((row) => row.model === model.id).length,
      );
      return { class: name, byModel, total: byModel.reduce((sum, count) => sum + count, 0) };
    })
    .filter((row) => row.total > 0)
    .toSorted((a, b) => b.total - a.total);
}
