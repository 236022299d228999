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
import { chapters } from "./chapter.ts";
import { markup, type Html } from "./escape.ts";
import { mainLeaks } from "./leak-part.ts";
import { failureTally } from "./failure-tally.ts";

/** Page 1 has room for so many of each kind. */
const mostOfAKind = 2;

/** What somebody who works with these models has to look out for, each with its proof. */
export function warnings(view: View): Html[] {
  return [...unreliable(view), ...critical(view), ...leaks(view), ...commonest(view)];
}

function unreliable(view: View): Html[] {
  const { labels } = view;
  return ownResults(view)
    .filter((row) => !row.reliable)
    .slice(0, mostOfAKind)
    .map((row) => {
      const name = `${labels.model(row.model)} (${labels.variant(row.variant)})`;
      const share = percent(row.notMeasuredShare);
      const sentence = unreliableSentence(name, labels.suite(row.suite), share);
      return proved(sentence, chapters.results.id);
    });
}

function critical(view: View): Html[] {
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
    .map((sentence) => proved(sentence, chapters.failures.id));
}

function leaks(view: View): Html[] {
  const { labels } = view;
  const rows = mainLeaks(view).toSorted((a, b) => b.value - a.value || b.high - a.high);
  const seen = rows.filter((row) => row.withLeak > 0).slice(0, mostOfAKind);
  return (seen.length > 0 ? seen : rows.slice(0, 1)).map((row) => {
    const name = `${labels.model(row.model)} in „${labels.suite(row.suite)}“`;
    return proved(leakSentence(row, name), chapters.hygiene.id);
  });
}

function commonest(view: View): Html[] {
  const [most] = failureTally(view);
  if (most === undefined) return [];
  const all = view.findings.failures.filter((row) => !isBaseline(view, row.model)).length;
  const { title } = failureClassLabel(most.class);
  const sentence = commonestFailureSentence(title, most.total, all);
  return [proved(sentence, chapters.failures.id)];
}

function ownResults(view: View) {
  return inModelOrder(view, view.findings.suiteResults).filter(
    (row) => !isBaseline(view, row.model) && row.input === "raw",
  );
}

function isBaseline(view: View, model: string): boolean {
  return isCeiling(model) || view.baselines.some((baseline) => baseline.id === model);
}

function proved(sentence: string, id: string): Html {
  const target = Object.values(chapters).find((chapter) => chapter.id === id);
  return markup`${sentence} <a href="#${id}">Kapitel ${target?.number ?? ""}</a>`;
}
