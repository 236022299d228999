import type { Comparison, Findings, Rate } from "../../core/findings.ts";
import { noVariant, trainedVariant } from "../../core/suite.ts";
import { dotPlot, type DotRow } from "../charts/dot-plot.ts";
import { chapter } from "../html/chapter.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { sectionPart } from "../html/section-part.ts";
import { table } from "../html/table.ts";
import { allSuites } from "../labels.ts";
import { inModelOrder, rateOf, type View } from "../view.ts";
import { chapters } from "./chapters.ts";
import { decimal, percent, percentRange, points, pointsRange, probability } from "./numbers.ts";
import { german } from "./quoted.ts";
import * as say from "./sentences.ts";
import { modelName, variantName, words } from "./words.ts";

type Suite = Findings["suites"][number];

/** Rates per task as picture and table, comparisons, and with requirements the offers. */
export function results(view: View): Html {
  return chapter(
    chapters.results,
    markup`<p class="kern-body">
        Points show the share of passed cases, lines the interval. The dashed line is the threshold
        from which a task counts as passed.
      </p>
      ${view.findings.suites.map((suite, index) => task(view, suite, index + 1))}
      ${comparisons(view, allSuites, "Comparisons over all tasks")}`,
  );
}

function task(view: View, suite: Suite, number: number): Html {
  const rates = inModelOrder(view, view.findings.rates).filter((row) => row.suite === suite.name);
  return sectionPart(
    { id: `task-${number}`, title: german(suite.title) },
    markup`<p class="kern-body">${bestSentence(view, suite)} The threshold is ${percent(suite.passAt)}.</p>
      ${plot(view, suite, rates)}${rates.length === 0 ? nothing : rateTable(view, rates, number)}
      ${comparisons(view, suite.name, `Comparisons in task ${number}`)}`,
  );
}

function bestSentence(view: View, { name }: Suite): string {
  const rows = view.models.flatMap(({ id }) => {
    const rate = rateOf(view, { model: id, variant: view.mainVariant, suite: name });
    return rate === undefined ? [] : [{ name: modelName(view, id), rate }];
  });
  const highest = rows.reduce((top, { rate }) => Math.max(top, rate.value), 0);
  const best = rows.filter(({ rate }) => rate.value === highest);
  return say.taskSentence(variantName(view.mainVariant), best);
}

function plot(view: View, suite: Suite, rates: readonly Rate[]): Html {
  const groups = [...view.models, ...view.baselines].map(({ id }) => ({
    title: modelName(view, id),
    rows: rates.filter((rate) => rate.model === id && rate.input === "raw").map(dot),
  }));
  const filled = groups.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return nothing;
  return markup`<figure class="figure">
    <figcaption class="kern-title kern-title--small">Share of passed cases, original text</figcaption>
    ${dotPlot(filled, suite.passAt, percent)}
  </figure>`;
}

function dot({ variant, value, low, high, n }: Rate): DotRow {
  const marks: Readonly<Record<string, DotRow["mark"]>> = {
    [trainedVariant]: "trained",
    untrained: "untrained",
    [noVariant]: "baseline",
  };
  const text = `${percent(value)} (${percentRange(low, high)}), ${say.sampleSize(n)}`;
  return { label: variantName(variant), mark: marks[variant] ?? "other", value, low, high, text };
}

function rateTable(view: View, rates: readonly Rate[], number: number): Html {
  return table<Rate>({
    caption: `Results of task ${number}`,
    columns: [
      { title: "Model", cell: ({ model }) => modelName(view, model) },
      { title: "Prompt", cell: ({ variant }) => variantName(variant) },
      { title: "Input", cell: ({ input }) => words.inputs[input] },
      { title: "passed", cell: ({ passed, n }) => say.outOf(passed, n), numeric: true },
      { title: "share", cell: ({ value }) => percent(value), numeric: true },
      { title: "interval", cell: ({ low, high }) => percentRange(low, high), numeric: true },
      { title: "not measured", cell: ({ notMeasured }) => decimal(notMeasured), numeric: true },
      { title: "result", cell: (rate) => resultWord(view, rate) },
    ],
    rows: rates,
  });
}

function resultWord({ findings }: View, rate: Rate): string {
  const result = findings.suiteResults.find(
    (row) =>
      row.suite === rate.suite &&
      row.model === rate.model &&
      row.variant === rate.variant &&
      row.input === rate.input,
  );
  if (result === undefined) return "not applicable";
  if (!result.reliable) return "not reliable";
  if (result.passes) return "passed";
  const critical = result.criticalFailed.length > 0 && result.value >= result.passAt;
  return critical ? "not passed: critical case" : "not passed";
}

function comparisons(view: View, suite: string, caption: string): Html {
  const rows = view.findings.comparisons.filter((row) => row.suite === suite);
  if (rows.length === 0) return nothing;
  const name = (text: string): string => placeName(view, text);
  return table<Comparison>({
    caption,
    columns: [
      { title: "A − B", cell: ({ a, b }) => `${name(a)} − ${name(b)}` },
      { title: "held fixed", cell: ({ within }) => within.map(name).join(", ") },
      { title: "n", cell: ({ n }) => decimal(n), numeric: true },
      {
        title: "difference in percentage points",
        cell: (row) => `${points(row.difference)} (${pointsRange(row.low, row.high)})`,
        numeric: true,
      },
      {
        title: "p (Holm)",
        cell: (row) => (row.byConstruction ? "not applicable" : probability(row.pHolm)),
        numeric: true,
      },
      {
        title: "result",
        cell: (row) => say.comparisonWord(row, { a: name(row.a), b: name(row.b) }),
      },
    ],
    rows,
  });
}

/** A model, a variant or an input: comparisons do not say which of them they name. */
function placeName(view: View, text: string): string {
  if (text === "raw" || text === "pseudonymised") return words.inputs[text];
  const known = view.findings.models.some(({ id }) => id === text);
  return known ? modelName(view, text) : variantName(text);
}
