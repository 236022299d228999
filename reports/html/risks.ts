import { failureClasses, type FailureClass } from "../../core/failure-class.ts";
import type { FailureBound } from "../../core/findings-bounds.ts";
import words from "../words/risks.json" with { type: "json" };
import { leakSentence } from "../sentences/hygiene-sentences.ts";
import { percent } from "../sentences/numbers.ts";
import { boundSentence, withCondition } from "../sentences/recommendation-sentences.ts";
import {
  criticalSentence,
  criticalUnknownSentence,
  unreliableSentence,
} from "../sentences/run-sentences.ts";
import type { View } from "../view.ts";
import { chapters, type Chapter } from "./chapter.ts";
import { mainLeaks } from "./leak-part.ts";

/** A remaining risk with what makes it bearable, and the chapter that proves it. */
export interface Risk {
  readonly sentence: string;
  readonly chapter: Chapter;
}

/**
 * What can still go wrong with a model, the gravest kind first: results nobody can rely on, critical
 * cases, leaks, then the tasks by the upper bound of what fails.
 */
export function risksOf(view: View, model: string): Risk[] {
  return [
    ...unreliable(view, model),
    ...critical(view, model),
    ...leaks(view, model),
    ...bounds(view, model),
  ];
}

function ownResults(view: View, model: string) {
  return view.findings.suiteResults.filter(
    (row) => row.model === model && row.variant === view.mainVariant && row.input === "raw",
  );
}

function unreliable(view: View, model: string): Risk[] {
  const { labels } = view;
  return ownResults(view, model)
    .filter(({ reliable }) => !reliable)
    .slice(0, 1)
    .map((row) => {
      const share = percent(row.notMeasuredShare);
      const text = unreliableSentence(labels.model(model), labels.suite(row.suite), share);
      return { sentence: withCondition(text, words.unreliable), chapter: chapters.results };
    });
}

function critical(view: View, model: string): Risk[] {
  const { labels } = view;
  return ownResults(view, model).flatMap(({ suite, criticalFailed, criticalNotMeasured }) => {
    const names = [labels.model(model), labels.suite(suite)] as const;
    const texts = [
      ...(criticalFailed.length === 0 ? [] : [criticalSentence(...names, criticalFailed)]),
      ...(criticalNotMeasured.length === 0
        ? []
        : [criticalUnknownSentence(...names, criticalNotMeasured)]),
    ];
    return texts.map((text) => ({
      sentence: withCondition(text, words.critical),
      chapter: chapters.failures,
    }));
  });
}

function leaks(view: View, model: string): Risk[] {
  return mainLeaks(view)
    .filter((row) => row.model === model && row.withLeak > 0)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, 1)
    .map((row) => {
      const text = leakSentence(row, `„${view.labels.suite(row.suite)}“`);
      return { sentence: withCondition(text, words.leak), chapter: chapters.safety };
    });
}

function bounds(view: View, model: string): Risk[] {
  return mainBounds(view)
    .filter((row) => row.model === model && row.scope === "all")
    .toSorted((a, b) => b.upper - a.upper || b.n - a.n)
    .map((row) => {
      const text = boundSentence(row, `„${view.labels.suite(row.suite)}“`);
      const condition = words[commonest(view, row) ?? "none"];
      return { sentence: withCondition(text, condition), chapter: chapters.safety };
    });
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
