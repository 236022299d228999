import type { ModelDescription } from "../core/model.ts";
import { noVariant } from "../core/suite.ts";
import { comparePairs, type ComparedRow, type Contrast } from "./compare-pairs.ts";
import type { MeasuredRun } from "./measured-run.ts";
import { holm } from "./statistics/holm.ts";

/**
 * All paired comparisons of a run, Holm-adjusted, both for a difference and for equivalence. Families, without rows that are 0 by construction:
 * models with each other, variants, inputs, each over all suites and settings; and models with
 * baselines, per suite. Baselines are a floor and a ceiling of each task by itself; how many of them
 * run along must not cost the comparison of the models its power.
 *
 * - Models pairwise under each variant on raw input, and every model against every baseline;
 *   baselines are not compared with each other. `a` stands higher in the order of the models.
 * - Variants pairwise for each model (trained first).
 * - Raw against pseudonymised input, for each model and variant.
 */
export function findComparisons(
  run: MeasuredRun,
  models: readonly ModelDescription[],
): ComparedRow[] {
  const baselines = new Set(models.filter(({ kind }) => kind === "baseline").map(({ id }) => id));
  const withModels = Map.groupBy(modelContrasts(run, models), ({ b }) => baselines.has(b.name));
  const compare = (contrasts: readonly Contrast[]) =>
    contrasts.flatMap((contrast) => comparePairs(run, contrast));
  const withBaselines = compare(withModels.get(true) ?? []);
  const families = [
    compare(withModels.get(false) ?? []),
    ...Map.groupBy(withBaselines, ({ comparison }) => comparison.suite).values(),
    compare(variantContrasts(run, models)),
    compare(inputContrasts(run, models)),
  ];
  return families.flatMap(adjustFamily);
}

function modelContrasts(run: MeasuredRun, models: readonly ModelDescription[]): Contrast[] {
  const input = run.mainInput;
  return pairsOf(models)
    .filter(([a]) => a.kind !== "baseline")
    .flatMap(([a, b]) =>
      promptVariants(run).map((variant) => ({
        kind: "model",
        a: { name: a.id, place: { model: a.id, variant, input } },
        b: { name: b.id, place: { model: b.id, variant: variantFor(b, variant), input } },
        within: [variant, input],
      })),
    );
}

function variantContrasts(run: MeasuredRun, models: readonly ModelDescription[]): Contrast[] {
  const input = run.mainInput;
  return withoutBaselines(models).flatMap(({ id: model }) =>
    pairsOf(promptVariants(run)).map(([a, b]) => ({
      kind: "variant",
      a: { name: a, place: { model, variant: a, input } },
      b: { name: b, place: { model, variant: b, input } },
      within: [model, input],
    })),
  );
}

function inputContrasts(run: MeasuredRun, models: readonly ModelDescription[]): Contrast[] {
  return withoutBaselines(models).flatMap(({ id: model }) =>
    promptVariants(run).map((variant) => ({
      kind: "input",
      a: { name: "raw", place: { model, variant, input: "raw" } },
      b: { name: "pseudonymised", place: { model, variant, input: "pseudonymised" } },
      within: [model, variant],
    })),
  );
}

function adjustFamily(rows: readonly ComparedRow[]): ComparedRow[] {
  const family = rows.filter(({ comparison }) => !comparison.byConstruction);
  const adjusted = holm(family.map(({ comparison }) => comparison.p));
  const same = holm(family.map(({ comparison }) => comparison.equivalence?.p ?? 1));
  const text = `Holm über alle ${family.length} Vergleiche dieser Art`;
  const places = new Map(family.map((row, at) => [row, at]));
  return rows.map((row) => {
    const at = places.get(row) ?? -1;
    const [pHolm, equivalentP] = [adjusted[at], same[at]];
    const { comparison, samples } = row;
    const { equivalence } = comparison;
    if (pHolm === undefined || equivalentP === undefined || equivalence === undefined) return row;
    const equivalent = equivalentP < 0.05;
    const method = `${comparison.method}; ${text}`;
    return {
      samples,
      comparison: {
        ...comparison,
        pHolm,
        distinguishable: pHolm < 0.05,
        method,
        equivalence: { ...equivalence, pHolm: equivalentP, equivalent },
      },
    };
  });
}

function promptVariants(run: MeasuredRun): string[] {
  return run.variants.filter((variant) => variant !== noVariant);
}

function withoutBaselines(models: readonly ModelDescription[]): ModelDescription[] {
  return models.filter(({ kind }) => kind !== "baseline");
}

/** Baselines read no prompt: the same answers stand beside every variant. */
function variantFor(model: ModelDescription, variant: string): string {
  return model.kind === "baseline" ? noVariant : variant;
}

function pairsOf<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b): [Item, Item] => [a, b]));
}
