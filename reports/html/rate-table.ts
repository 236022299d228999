import type { Findings, Rate } from "../../core/findings.ts";
import { variantGroup } from "../../core/suite.ts";
import { isCeiling } from "../labels.ts";
import type { View } from "../view.ts";
import { badge } from "./notice.ts";
import { markup, type Html, type Part } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { table, type Column } from "./table.ts";
import { fill } from "../fill.ts";

type Suite = Findings["suites"][number];

/** Every rate of a suite, the three untrained styles below their mean. */
export function rateTable(view: View, suite: Suite, rates: readonly Rate[]): Html {
  const { say } = view;
  const styles = view.findings.styleRates.filter((rate) => rate.suite === suite.name);
  const rows = rates.flatMap((rate) => [rate, ...stylesOf(rate, styles)]);
  return markup`${table({
    caption: fill(say.text.ratesCaption, suite.title),
    mark: view.mark,
    columns: [
      { title: say.text.model, cell: (rate) => modelCell(view, rate) },
      { title: say.text.prompt, cell: (rate) => view.labels.variant(rate.variant) },
      ...inputColumn(view, rows),
      { title: say.text.passed, cell: (rate) => say.outOf(rate.passed, rate.n), numeric: true },
      { title: say.text.share, cell: (rate) => say.percent(rate.value), numeric: true },
      {
        title: say.text.interval,
        cell: (rate) => say.percentRange(rate.low, rate.high),
        numeric: true,
      },
      { title: say.text.notMeasured, cell: (rate) => say.decimal(rate.notMeasured), numeric: true },
      {
        title: fill(say.text.thresholdAt, say.percent(suite.passAt)),
        cell: (rate) => resultCell(view, rate),
      },
    ],
    rows,
  })}${methodNote(say, rows)}`;
}

/** Left out where every row has the original text. */
function inputColumn(view: View, rows: readonly Rate[]): Column<Rate>[] {
  const { say } = view;
  if (rows.every((rate) => rate.input === "raw")) return [];
  return [{ title: say.text.input, cell: (rate) => view.labels.input(rate.input) }];
}

function stylesOf(rate: Rate, styles: readonly Rate[]): Rate[] {
  return styles.filter(
    (style) =>
      style.model === rate.model &&
      style.input === rate.input &&
      variantGroup(style.variant) === rate.variant,
  );
}

function modelCell(view: View, rate: Rate): Part {
  const { say } = view;
  const name = view.labels.model(rate.model);
  if (!view.baselines.some((baseline) => baseline.id === rate.model)) return name;
  return markup`${name}
    <span class="role">${isCeiling(rate.model) ? say.text.ceiling : say.text.floor}</span>`;
}

/** Passed, failed or not reliable, in a word; a single untrained style has no result of its own. */
function resultCell(view: View, rate: Rate): Part {
  const { say } = view;
  const result = view.findings.suiteResults.find(
    (row) =>
      row.suite === rate.suite &&
      row.model === rate.model &&
      row.variant === rate.variant &&
      row.input === rate.input,
  );
  if (result === undefined) return say.text.notApplicable;
  if (!result.reliable) return badge("warning", say.text.notReliable);
  if (result.passes) return badge("success", say.text.passed);
  const critical = result.criticalFailed.length > 0 && result.value >= result.passAt;
  return badge("danger", critical ? say.text.notPassedCritical : say.text.notPassed);
}
