import type { InputKind } from "../core/case.ts";
import type { Manifest } from "../core/manifest.ts";
import { noVariant, trainedVariant, variantGroup } from "../core/suite.ts";
import { caseMeans, type CaseMean } from "./case-means.ts";
import { compareTexts } from "./compare-texts.ts";
import type { JudgedTrial } from "./read-verdicts.ts";
import { equalWeight, type WeightOf } from "./suite-weights.ts";
import { createResampler, type Resampler } from "./statistics/resampler.ts";

/** One suite × model × variant group × input. */
export interface CellPlace {
  readonly suite: string;
  readonly model: string;
  readonly variant: string;
  readonly input: InputKind;
}

/** All trials of a place, and what each case contributes to its pass rate. */
export interface Cell extends CellPlace {
  readonly trials: readonly JudgedTrial[];
  /** Passed 1, failed 0, averaged; only cases with a measured trial. Sorted by id. */
  readonly cases: ReadonlyMap<string, CaseMean>;
}

/** A run in the form every stage of the analysis works with. */
export interface MeasuredRun {
  readonly manifest: Manifest;
  readonly trials: readonly JudgedTrial[];
  readonly cells: readonly Cell[];
  /** Suites that have trials, in the order of the manifest. */
  readonly suites: readonly string[];
  /** Variant groups: trained, untrained, others by name, `none` last. */
  readonly variants: readonly string[];
  /** What models and variants are compared on: `raw`, unless the run has no raw trial. */
  readonly mainInput: InputKind;
  readonly cell: (place: CellPlace) => Cell | undefined;
  readonly resampler: Resampler;
  /** Keeps the draws of different suites independent. */
  readonly streamOf: (suite: string) => number;
  /** What a suite counts in a mean over suites, relative to the others; 0 for not at all. */
  readonly weightOf: WeightOf;
  /** Suites with trials that count in a mean over suites. */
  readonly weighed: readonly string[];
}

/** `weightOf` says what each suite counts over all suites; the same without it. */
export function measureRun(
  manifest: Manifest,
  trials: readonly JudgedTrial[],
  weightOf: WeightOf = equalWeight,
): MeasuredRun {
  const cells = groupCells(trials, variantGroup);
  const byPlace = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const names = manifest.suites.map(({ name }) => name);
  const suites = names.filter((name) => cells.some(({ suite }) => suite === name));
  return {
    manifest,
    trials,
    cells,
    suites,
    variants: sortVariants(cells.map(({ variant }) => variant)),
    mainInput: cells.every(({ input }) => input === "pseudonymised") ? "pseudonymised" : "raw",
    cell: (place) => byPlace.get(keyOf(place)),
    resampler: createResampler(manifest.seed),
    streamOf: (suite) => names.indexOf(suite) + 1,
    weightOf,
    weighed: suites.filter((suite) => weightOf(suite) > 0),
  };
}

/** Trials by place; `group` says which variants belong together. */
export function groupCells(
  trials: readonly JudgedTrial[],
  group: (variant: string) => string,
): Cell[] {
  const places = Map.groupBy(trials, (trial) => keyOf({ ...trial, variant: group(trial.variant) }));
  return [...places.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const { suite, model, variant, input } = first;
    const cases = caseMeans(members, passValue);
    return [{ suite, model, variant: group(variant), input, trials: members, cases }];
  });
}

/** Trained first, then untrained, others by name, `none` last; each once. */
export function sortVariants(variants: readonly string[]): string[] {
  return [...new Set(variants)].toSorted(
    (a, b) => variantPlace(a) - variantPlace(b) || compareTexts(a, b),
  );
}

function variantPlace(variant: string): number {
  const known = [trainedVariant, "untrained"].indexOf(variant);
  if (known >= 0) return known;
  return variant === noVariant ? 3 : 2;
}

function passValue({ verdict }: JudgedTrial): number | undefined {
  if (verdict.status === "not-measured") return undefined;
  return verdict.status === "passed" ? 1 : 0;
}

function keyOf({ suite, model, variant, input }: CellPlace): string {
  return JSON.stringify([suite, model, variant, input]);
}
