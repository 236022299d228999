import type { RunComparison, RunPlace } from "../../core/run-comparison.ts";
import { labelsFor, type Labels } from "../labels.ts";

/** Names of models and suites in a comparison. */
export function comparisonLabels({ models, suites }: RunComparison): Labels {
  return labelsFor({ models, suites: suites.map(({ suite, title }) => ({ name: suite, title })) });
}

/** `Gemma, geschult`; the input is named where it is not the original text. */
export function placeLabel(labels: Labels, { model, variant, input }: RunPlace): string {
  const parts = [labels.model(model), labels.variant(variant)];
  return [...parts, ...(input === "raw" ? [] : [labels.input(input)])].join(", ");
}
