import type { Say } from "../say.ts";
import type { Findings, Rate } from "../../core/findings.ts";
import { dotPlot, type DotGroup, type DotRow } from "../charts/dot-plot.ts";
import { noVariant, trainedVariant } from "../../core/suite.ts";
import { allSuites, isCeiling } from "../labels.ts";
import { inModelOrder, rateOf, type View } from "../view.ts";
import { comparisonTable } from "./comparison-table.ts";
import { examplesPart } from "./examples-part.ts";
import { chapter } from "./chapter.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { noticesPart } from "./notices-part.ts";
import { rateTable } from "./rate-table.ts";
import { reliabilityPart } from "./reliability-part.ts";
import { sectionPart } from "./section-part.ts";
import { fill } from "../fill.ts";

type Suite = Findings["suites"][number];

/** Results per task: a sentence, a dot plot with intervals, and the same numbers as a table. */
export function results(view: View): Html {
  const { say } = view;
  return chapter(
    say.chapters.results,
    markup`<p class="kern-body">
        ${say.text.resultsLead}
      </p>
      ${view.findings.suites.map((suite, index) => suiteSection(view, suite, index))}${comparisonTable(view, allSuites)}${noticesPart(view)}`,
  );
}

function suiteSection(view: View, suite: Suite, index: number): Html {
  const rates = inModelOrder(view, view.findings.rates).filter((rate) => rate.suite === suite.name);
  const id = `aufgabe-${index + 1}`;
  return sectionPart(
    { id, title: view.mark(suite.title) },
    markup`
    <p class="kern-body">${suiteSentence(view, suite)}</p>
    ${plot(view, suite, rates)} ${rates.length === 0 ? nothing : rateTable(view, suite, rates)}
    ${reliabilityPart(view, suite)} ${comparisonTable(view, suite.name)}
    ${examplesPart(view, suite.name)}
  `,
  );
}

function suiteSentence(view: View, suite: Suite): string {
  const { say } = view;
  const variant = view.mainVariant;
  const name = view.labels.variant(variant);
  const measured = view.models.flatMap((model) => {
    const rate = rateOf(view, { model: model.id, variant, suite: suite.name });
    return rate === undefined ? [] : [{ name: view.labels.model(model.id), rate }];
  });
  if (measured.length === 0) return say.text.taskNotMeasured;
  const best = measured.toSorted((a, b) => b.rate.value - a.rate.value).at(0);
  const equal = measured.filter((row) => row.rate.value === best?.rate.value);
  if (best === undefined || equal.length > 1) {
    const rates = equal.map((row) => `${row.name} ${say.measuredShare(row.rate)}`).join("; ");
    return fill(say.text.sameRates, name, rates);
  }
  const text = measured.length === 1 ? say.text.onlyRate : say.text.bestRate;
  return fill(text, name, best.name, say.measuredShare(best.rate), say.percent(suite.passAt));
}

function plot(view: View, suite: Suite, rates: readonly Rate[]): Html {
  const { say } = view;
  const shown = rates.filter((rate) => rate.input === "raw");
  const models = view.models.map((model): DotGroup => {
    const own = shown.filter((rate) => rate.model === model.id);
    const rows = own.map((rate) => dot(say, rate, view.labels.variant(rate.variant)));
    return { title: view.labels.model(model.id), rows };
  });
  const limits = view.baselines.flatMap((model) =>
    shown
      .filter((rate) => rate.model === model.id)
      .map((rate) => dot(say, rate, limitName(view, rate))),
  );
  const groups = [...models, { title: say.text.baselinesGroup, rows: limits }];
  const filled = groups.filter((group) => group.rows.length > 0);
  if (filled.length === 0) return nothing;
  return markup`<figure class="figure">
    <figcaption class="kern-title kern-title--small">
      ${view.mark(fill(say.text.plotCaption, suite.title))}
    </figcaption>
    ${dotPlot(filled, say.percent, suite.passAt)}
    <p class="legend" aria-hidden="true">┆ ${fill(say.text.thresholdAt, say.percent(suite.passAt))}</p>
  </figure>`;
}

function limitName(view: View, rate: Rate): string {
  const { say } = view;
  const role = isCeiling(rate.model) ? say.text.ceiling : say.text.floor;
  return `${view.labels.model(rate.model)} (${role})`;
}

function dot(say: Say, rate: Rate, label: string): DotRow {
  const { value, low, high } = rate;
  const text = `${say.percent(value)} (${say.percentRange(low, high)}), ${say.sampleSize(rate.n)}`;
  return { label, mark: markOf(rate.variant), value, low, high, text };
}

function markOf(variant: string): DotRow["mark"] {
  if (variant === trainedVariant) return "trained";
  if (variant === "untrained") return "untrained";
  return variant === noVariant ? "baseline" : "other";
}
