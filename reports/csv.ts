import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { numberColumns } from "./csv/number-row.ts";
import { numberRows } from "./csv/number-rows.ts";
import { csvTable, type Cell } from "./csv/table.ts";
import type { ReportFile } from "./report-file.ts";
import type { Say } from "./say.ts";
import { viewOf, type ReportOptions, type View } from "./view.ts";

/**
 * The findings as two tables for Excel: `ergebnisse.csv` with every measured number, its n, interval
 * and method; `fehler.csv` with every failed answer of a model. Nothing in them can be a formula. In
 * English they have commas between cells and decimal points, as an English Excel reads them.
 */
export function* renderCsv(
  findings: Findings,
  cards: readonly Card[],
  options: ReportOptions = {},
): Generator<ReportFile, void> {
  const view = viewOf(findings, cards, options);
  const { say } = view;
  const end = view.file.replace(/^report|\.html$/gu, "");
  const numbers = csvTable(numberColumns(say), numberRows(view), say.language);
  yield { file: `ergebnisse${end}.csv`, content: numbers };
  const failures = csvTable(failureColumns(say), failureRows(view), say.language);
  yield { file: `fehler${end}.csv`, content: failures };
}

function failureColumns({ text }: Say): string[] {
  return [
    text.anchor,
    text.task,
    text.case,
    text.model,
    text.id,
    text.prompt,
    text.input,
    text.attempt,
    text.itemFinding,
    text.severity,
    text.critical,
    text.reason,
    text.question,
    text.answer,
    text.reference,
  ];
}

function failureRows({ findings, cards, models, labels, say }: View): Cell[][] {
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
        say.failureClassLabel(row.class).title,
        row.severity,
        row.critical ? say.text.yes : say.text.no,
        row.reason,
        card?.question,
        card?.answerOmitted === true ? say.text.answerNotKept : card?.answer,
        card?.reference,
      ];
    });
}
