import type { Comparison } from "../../core/findings.ts";
import { allSuites } from "../labels.ts";
import type { View } from "../view.ts";
import { measuredModels, type MeasuredModel } from "./measured-models.ts";
import { fill } from "../fill.ts";

/** What came out, in a few sentences. */
export function resultSentences(view: View): string[] {
  const { say } = view;
  const rows = measuredModels(view);
  const [best] = rows.toSorted((a, b) => b.rate.value - a.rate.value);
  if (best === undefined) return [say.nothingMeasuredSentence];
  if (view.models.length === 1) {
    return [say.onlyModelSentence(withPrompt(view, best.name), best.rate), passes(view)];
  }
  const compared = view.models
    .filter((model) => model.id !== best.id)
    .flatMap((model) => comparisonOf(view, best.id, model.id))
    .slice(0, mostComparisons);
  return [rateSentence(view, rows), ...compared, passes(view)];
}

/** Who leads is said only where every model was measured on the same tasks and nobody is level. */
function rateSentence(view: View, rows: readonly MeasuredModel[]): string {
  const { say } = view;
  const [first, second] = rows.toSorted((a, b) => b.rate.value - a.rate.value);
  const sameTasks = rows.every((row) => row.suites.length === first?.suites.length);
  const level = second !== undefined && second.rate.value === first?.rate.value;
  if (first !== undefined && sameTasks && !level && rows.length === view.models.length) {
    return say.bestModelSentence(withPrompt(view, first.name), first.rate);
  }
  return say.ratesSentence(
    view.labels.variant(view.mainVariant),
    rows.slice(0, mostComparisons + 1).map((row) => ({
      name: row.name,
      rate: row.rate,
      where: say.listed(row.suites.map((suite) => say.inQuotes(view.labels.suite(suite)))),
    })),
  );
}

function withPrompt(view: View, name: string): string {
  return fill(view.say.text.withPrompt, name, view.labels.variant(view.mainVariant));
}

/** Page 1 has room for so many; the chapters hold all of them. */
const mostComparisons = 2;

function comparisonOf(view: View, best: string, other: string): string[] {
  const { labels, say } = view;
  const between = view.findings.comparisons.filter(
    (row) =>
      row.kind === "model" &&
      [row.a, row.b].includes(best) &&
      [row.a, row.b].includes(other) &&
      row.within.includes(view.mainVariant) &&
      !row.within.includes("pseudonymised"),
  );
  const found: Comparison | undefined =
    between.find((row) => row.suite === allSuites) ?? between.at(0);
  if (found === undefined) return [];
  const where =
    found.suite === allSuites ? "" : `${fill(say.text.inTask, labels.suite(found.suite))} `;
  const names = { a: labels.model(found.a), b: labels.model(found.b) };
  return [`${where}${say.comparisonSentence(found, names)}`];
}

function passes(view: View): string {
  const { say } = view;
  const rows = view.models.slice(0, mostComparisons + 1).map((model) => {
    const results = view.findings.suiteResults.filter(
      (row) => row.model === model.id && row.variant === view.mainVariant && row.input === "raw",
    );
    const passed = results.filter((row) => row.passes && row.reliable).length;
    return { name: view.labels.model(model.id), passed, suites: results.length };
  });
  return say.passesSentence(view.labels.variant(view.mainVariant), rows);
}
