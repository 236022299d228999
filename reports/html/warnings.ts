import { isCeiling } from "../labels.ts";
import { inModelOrder, type View } from "../view.ts";
import type { Chapter } from "./chapter.ts";
import { mainLeaks } from "./leak-part.ts";
import { failureTally } from "./failure-tally.ts";
import { fill } from "../fill.ts";

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
  const { labels, say } = view;
  return ownResults(view)
    .filter((row) => !row.reliable)
    .slice(0, mostOfAKind)
    .map((row) => {
      const name = `${labels.model(row.model)} (${labels.variant(row.variant)})`;
      const share = say.percent(row.notMeasuredShare);
      const sentence = say.unreliableSentence(name, labels.suite(row.suite), share);
      return { sentence, chapter: say.chapters.results };
    });
}

function critical(view: View): Warning[] {
  const { labels, say } = view;
  return ownResults(view)
    .filter((row) => row.variant === view.mainVariant)
    .flatMap((row) => {
      const names = [labels.model(row.model), labels.suite(row.suite)] as const;
      const failed = row.criticalFailed;
      const unknown = row.criticalNotMeasured;
      return [
        ...(failed.length === 0 ? [] : [say.criticalSentence(...names, failed)]),
        ...(unknown.length === 0 ? [] : [say.criticalUnknownSentence(...names, unknown)]),
      ];
    })
    .slice(0, mostOfAKind)
    .map((sentence) => ({ sentence, chapter: say.chapters.failures }));
}

function leaks(view: View): Warning[] {
  const { labels, say } = view;
  const rows = mainLeaks(view).toSorted((a, b) => b.value - a.value || b.high - a.high);
  const seen = rows.filter((row) => row.withLeak > 0).slice(0, mostOfAKind);
  return (seen.length > 0 ? seen : rows.slice(0, 1)).map((row) => {
    const name = fill(say.text.modelInTask, labels.model(row.model), labels.suite(row.suite));
    return { sentence: say.leakSentence(row, name), chapter: say.chapters.safety };
  });
}

function commonest(view: View): Warning[] {
  const { say } = view;
  const [most] = failureTally(view);
  if (most === undefined) return [];
  const all = view.findings.failures.filter((row) => !isBaseline(view, row.model)).length;
  const { title } = say.failureClassLabel(most.class);
  const sentence = say.commonestFailureSentence(title, most.total, all);
  return [{ sentence, chapter: say.chapters.failures }];
}

function ownResults(view: View) {
  return inModelOrder(view, view.findings.suiteResults).filter(
    (row) => !isBaseline(view, row.model) && row.input === "raw",
  );
}

function isBaseline(view: View, model: string): boolean {
  return isCeiling(model) || view.baselines.some((baseline) => baseline.id === model);
}
