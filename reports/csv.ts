import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { numberColumns, numberRows } from "./csv/number-rows.ts";
import { csvTable, type Cell } from "./csv/table.ts";
import { failureClassLabel } from "./labels.ts";
import type { ReportFile } from "./report-file.ts";
import { viewOf, type ReportOptions, type View } from "./view.ts";

/**
 * The findings as two tables for Excel: `ergebnisse.csv` with every measured number, its n, interval
 * and method; `fehler.csv` with every failed answer of a model. Nothing in them can be a formula.
 */
export function* renderCsv(
  findings: Findings,
  cards: readonly Card[],
  options: ReportOptions = {},
): Generator<ReportFile, void> {
  const view = viewOf(findings, cards, options);
  const { suffix } = view;
  yield { file: `ergebnisse${suffix}.csv`, content: csvTable(numberColumns, numberRows(view)) };
  yield { file: `fehler${suffix}.csv`, content: csvTable(failureColumns, failureRows(view)) };
}

const failureColumns = [
  "Anker",
  "Aufgabe",
  "Fall",
  "Modell",
  "Kennung",
  "Prompt",
  "Eingabe",
  "Versuch",
  "Befund",
  "Schwere",
  "kritisch",
  "Begründung",
  "Frage",
  "Antwort",
  "Musterantwort",
];

function failureRows({ findings, cards, models, labels }: View): Cell[][] {
  const texts = new Map(cards.map((card) => [card.anchor, card]));
  const wanted = new Set(models.map(({ id }) => id));
  return findings.failures
    .filter(({ model }) => wanted.has(model))
    .map((row) => {
      const card = texts.get(row.anchor);
      return [
        row.anchor,
        labels.suite(row.suite),
        row.case,
        labels.model(row.model),
        row.model,
        labels.variant(row.variant),
        labels.input(row.input),
        row.attempt,
        failureClassLabel(row.class).title,
        row.severity,
        row.critical ? "ja" : "nein",
        row.reason,
        card?.question,
        card?.answerOmitted === true ? "nicht aufbewahrt" : card?.answer,
        card?.reference,
      ];
    });
}
