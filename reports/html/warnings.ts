import { failureClassLabel, isCeiling } from "../labels.ts";
import { commonestFailureSentence } from "../sentences/failure-sentences.ts";
import { leakSentence } from "../sentences/hygiene-sentences.ts";
import { percent } from "../sentences/numbers.ts";
import {
  criticalSentence,
  criticalUnknownSentence,
  unreliableSentence,
} from "../sentences/run-sentences.ts";
import { inModelOrder, type View } from "../view.ts";
import { chapters, type Chapter } from "./chapter.ts";
import { mainLeaks } from "./leak-part.ts";
import { failureTally } from "./failure-tally.ts";

/** Page 1 has room for so many of each kind. */
const mostOfAKind = 2;

/** A sentence of page 1 and the chapter that proves it. */
export interface Warning {
  readonly sentence: string;
  readonly chapter: Chapter;
}

/** What somebody who works with these models has to look out for, each with its proof. */
export function warnings(view: View): Warning[] {
  return [...unreliable(view), ...critical(view), ...leaks(view), ...commonest(view)];
}

function unreliable(view: View): Warning[] {
  const { labels } = view;
  return ownResults(view)
    .filter((row) => !row.reliable)
    .slice(0, mostOfAKind)
    .map((row) => {
      const name = `${labels.model(row.model)} (${labels.variant(row.variant)})`;
      const share = percent(row.notMeasuredShare);
      const sentence = unreliableSentence(name, labels.suite(row.suite), share);
      return { sentence, chapter: chapters.results };
    });
}

function critical(view: View): Warning[] {
  const { labels } = view;
  return ownResults(view)
    .filter((row) => row.variant === view.mainVariant)
    .flatMap((row) => {
      const names = [labels.model(row.model), labels.suite(row.suite)] as const;
      const failed = row.criticalFailed;
      const unknown = row.criticalNotMeasured;
      return [
        ...(failed.length === 0 ? [] : [criticalSentence(...names, failed)]),
        ...(unknown.length === 0 ? [] : [criticalUnknownSentence(...names, unknown)]),
      ];
    })
    .slice(0, mostOfAKind)
    .map((sentence) => ({ sentence, chapter: chapters.failures }));
}

function leaks(view: View): Warning[] {
  const { labels } = view;
  const rows = mainLeaks(view).toSorted((a, b) => b.value - a.value || b.high - a.high);
  const seen = rows.filter((row) => row.withLeak > 0).slice(0, mostOfAKind);
  return (seen.length > 0 ? seen : rows.slice(0, 1)).map((row) => {
    const name = `${labels.model(row.model)} in „${labels.suite(row.suite)}“`;
    return { sentence: leakSentence(row, name), chapter: chapters.safety };
  });
}

function commonest(view: View): Warning[] {
  const [most] = failureTally(view);
  if (most === undefined) return [];
  const all = view.findings.failures.filter((row) => !isBaseline(view, row.model)).length;
  const { title } = failureClassLabel(most.class);
  const sentence = commonestFailureSentence(title, most.total, all);
  return [{ sentence, chapter: chapters.failures }];
}

function ownResults(view: View) {
  return inModelOrder(view, view.findings.suiteResults).filter(
    (row) => !isBaseline(view, row.model) && row.input === "raw",
  );
}

function isBaseline(view: View, model: string): boolean {
  return isCeiling(model) || view.baselines.some((baseline) => baseline.id === model);
}
