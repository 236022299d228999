import type { Findings, Rate } from "../../core/findings.ts";
import { variantGroup } from "../../core/suite.ts";
import { isCeiling } from "../labels.ts";
import { decimal, percent, percentRange } from "../sentences/numbers.ts";
import { outOf } from "../sentences/measured.ts";
import type { View } from "../view.ts";
import { badge } from "./notice.ts";
import { markup, type Html, type Part } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { table, type Column } from "./table.ts";

type Suite = Findings["suites"][number];

/** Every rate of a suite, the three untrained styles below their mean. */
export function rateTable(view: View, suite: Suite, rates: readonly Rate[]): Html {
  const styles = view.findings.styleRates.filter((rate) => rate.suite === suite.name);
  const rows = rates.flatMap((rate) => [rate, ...stylesOf(rate, styles)]);
  return markup`${table({
    caption: `Ergebnisse: ${suite.title}`,
    columns: [
      { title: "Modell", cell: (rate) => modelCell(view, rate) },
      { title: "Prompt", cell: (rate) => view.labels.variant(rate.variant) },
      ...inputColumn(view, rows),
      { title: "bestanden", cell: (rate) => outOf(rate.passed, rate.n), numeric: true },
      { title: "Anteil", cell: (rate) => percent(rate.value), numeric: true },
      { title: "Intervall", cell: (rate) => percentRange(rate.low, rate.high), numeric: true },
      { title: "nicht gemessen", cell: (rate) => decimal(rate.notMeasured), numeric: true },
      { title: `Schwelle ${percent(suite.passAt)}`, cell: (rate) => resultCell(view, rate) },
    ],
    rows,
  })}${methodNote(rows)}`;
}

/** Left out where every row has the original text. */
function inputColumn(view: View, rows: readonly Rate[]): Column<Rate>[] {
  if (rows.every((rate) => rate.input === "raw")) return [];
  return [{ title: "Eingabe", cell: (rate) => view.labels.input(rate.input) }];
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
  const name = view.labels.model(rate.model);
  if (!view.baselines.some((baseline) => baseline.id === rate.model)) return name;
  return markup`${name}
    <span class="role">${isCeiling(rate.model) ? "Obergrenze" : "Untergrenze"}</span>`;
}

/** Passed, failed or not reliable, in a word; a single untrained style has no result of its own. */
function resultCell(view: View, rate: Rate): Part {
  const result = view.findings.suiteResults.find(
    (row) =>
      row.suite === rate.suite &&
      row.model === rate.model &&
      row.variant === rate.variant &&
      row.input === rate.input,
  );
  if (result === undefined) return "entfällt";
  if (!result.reliable) return badge("warning", "nicht belastbar");
  if (result.passes) return badge("success", "bestanden");
  const critical = result.criticalFailed.length > 0 && result.value >= result.passAt;
  return badge("danger", critical ? "nicht bestanden: kritischer Fall" : "nicht bestanden");
}
