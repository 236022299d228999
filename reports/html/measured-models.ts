import type { Rate } from "../../core/findings.ts";
import { allSuites } from "../labels.ts";
import { rateOf, type View } from "../view.ts";

/** A model with its rate for the main prompt, and the tasks that rate rests on. */
export interface MeasuredModel {
  readonly id: string;
  readonly name: string;
  readonly rate: Rate;
  readonly suites: readonly string[];
}

/** The models for which page 1 has a rate, in the order of every table. */
export function measuredModels(view: View): MeasuredModel[] {
  return view.models.flatMap((model) => {
    const rate = overallRate(view, model.id, view.mainVariant);
    if (rate === undefined) return [];
    const suites = suitesOf(view, model.id, view.mainVariant);
    return [{ id: model.id, name: view.labels.model(model.id), rate, suites }];
  });
}

/** The rate over all tasks; for a model that ran on a single task, the rate of that task. */
export function overallRate(view: View, model: string, variant: string): Rate | undefined {
  const overall = rateOf(view, { model, variant });
  if (overall !== undefined) return overall;
  const [suite, ...others] = suitesOf(view, model, variant);
  if (suite === undefined || others.length > 0) return undefined;
  return rateOf(view, { model, variant, suite });
}

/** The tasks on which a model has a rate for a prompt, on the original texts. */
export function suitesOf(view: View, model: string, variant: string): string[] {
  return view.findings.rates
    .filter(
      (rate) =>
        rate.model === model &&
        rate.variant === variant &&
        rate.input === "raw" &&
        rate.suite !== allSuites,
    )
    .map((rate) => rate.suite);
}
