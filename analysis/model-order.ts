import { modelDescriptionSchema, type ModelDescription } from "../core/model.ts";
import { noVariant, trainedVariant } from "../core/suite.ts";
import { compareTexts } from "./compare-texts.ts";
import type { MeasuredRun } from "./measured-run.ts";
import { weightedMean } from "./statistics/shares.ts";

/**
 * Models in the order of every table: by mean rate over their suites (by their weights) with the trained prompt on
 * raw input, models without one after them, baselines last; ties by id. A model that only the
 * trials name is added.
 */
export function orderModels(run: MeasuredRun): ModelDescription[] {
  return allModels(run)
    .map((model) => ({ model, rate: meanRate(run, model) }))
    .toSorted(
      (a, b) =>
        Number(a.model.kind === "baseline") - Number(b.model.kind === "baseline") ||
        compareRates(a.rate, b.rate) ||
        compareTexts(a.model.id, b.model.id),
    )
    .map(({ model }) => model);
}

function compareRates(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return b - a;
}

function allModels({ manifest, cells }: MeasuredRun): ModelDescription[] {
  const described = manifest.models.map((model) => model.id);
  const missing = new Set(cells.map(({ model }) => model)).difference(new Set(described));
  const added = [...missing].map((id) => modelDescriptionSchema.parse({ id }));
  return [...manifest.models, ...added].map((model) =>
    model.id.startsWith("baseline:") ? { ...model, kind: "baseline" } : model,
  );
}

function meanRate(run: MeasuredRun, model: ModelDescription): number | undefined {
  const variant = model.kind === "baseline" ? noVariant : trainedVariant;
  const rates = run.weighed.flatMap((suite) => {
    const cases = run.cell({ suite, model: model.id, variant, input: run.mainInput })?.cases;
    return cases === undefined || cases.size === 0
      ? []
      : [{ values: [...cases.values()].map(({ value }) => value), weight: run.weightOf(suite) }];
  });
  return rates.length === 0 ? undefined : Number(weightedMean(rates).toPrecision(12));
}
