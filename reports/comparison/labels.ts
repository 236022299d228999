import type { RunComparison, RunPlace } from "../../core/run-comparison.ts";
import type { Part } from "../html/escape.ts";
import type { Labels } from "../labels.ts";
import { languages } from "../languages.ts";
import { markerOf } from "../mark-titles.ts";
import type { Language } from "../language.ts";
import type { Say } from "../say.ts";

/** What the parts of a comparison are given, in the language of the page. */
export interface ComparisonView {
  readonly comparison: RunComparison;
  readonly say: Say;
  readonly labels: Labels;
  /** Marks titles of tasks in a sentence. */
  readonly mark: (text: string) => Part;
}

/** @param anonymous models are called offers */
export function comparisonView(
  comparison: RunComparison,
  language: Language,
  anonymous: boolean,
): ComparisonView {
  const say = languages[language];
  const suites = comparison.suites.map(({ suite, title }) => ({ name: suite, title }));
  const named = { models: comparison.models, suites };
  return {
    comparison,
    say,
    labels: say.labelsOf(named, anonymous),
    mark: markerOf(named, say),
  };
}

/** `Gemma, geschult`; the input is named where it is not the original text. */
export function placeLabel(labels: Labels, { model, variant, input }: RunPlace): string {
  const parts = [labels.model(model), labels.variant(variant)];
  return [...parts, ...(input === "raw" ? [] : [labels.input(input)])].join(", ");
}
