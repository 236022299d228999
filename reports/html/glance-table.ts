import type { Rate } from "../../core/findings.ts";
import type { ModelDescription } from "../../core/model.ts";
import { allSuites, isCeiling } from "../labels.ts";
import {
  limitSentences,
  moreModelsSentence,
  partlyMeasuredText,
  truncatedText,
} from "../sentences/run-sentences.ts";
import { percent, percentRange } from "../sentences/numbers.ts";
import { outOf, sampleSize } from "../sentences/measured.ts";
import { noVariant, trainedVariant } from "../../core/suite.ts";
import { overallRate, suitesOf } from "./measured-models.ts";
import type { View } from "../view.ts";
import { markup, type Html, type Part } from "./escape.ts";
import { chapters } from "./chapter.ts";
import { offerColumns } from "./glance-offers.ts";
import { placesText } from "./rank-part.ts";
import { mainRanks } from "./recommended.ts";
import { table, type Column } from "./table.ts";

/** Page 1 shows at most so many models; the chapter on results shows all of them. */
const mostModels = 5;

/** The table of page 1: with requirements by them, else what each model passes with both prompts. */
export function glanceTable(view: View): Html {
  const { procurement } = view.findings;
  const columns = procurement === undefined ? rateColumns(view) : offerColumns(view, procurement);
  return markup`${table({
    caption:
      procurement === undefined
        ? "Bestandene Fälle im Mittel über die Aufgaben"
        : "Die Modelle vor den Anforderungen",
    columns: [
      {
        title: "Modell",
        cell: (model) =>
          markup`<a href="#${chapters.results.id}">${view.labels.model(model.id)}</a>`,
      },
      ...columns,
    ],
    rows: view.models.slice(0, mostModels),
  })}
    <p class="kern-body kern-body--small kern-body--muted">${tableNotes(view).join(" ")}</p>`;
}

function rateColumns(view: View): Column<ModelDescription>[] {
  const places = new Map((mainRanks(view)?.models ?? []).map((row) => [row.model, row]));
  const place: Column<ModelDescription> = {
    title: markup`<a href="#raenge">mögliche Plätze</a>`,
    cell: ({ id }) => {
      const row = places.get(id);
      return row === undefined ? "offen" : placesText(row);
    },
    numeric: true,
  };
  return [
    { title: "ungeschult", cell: (model) => share(view, model, "untrained"), numeric: true },
    { title: "geschult", cell: (model) => share(view, model, trainedVariant), numeric: true },
    { title: "Aufgaben bestanden", cell: (model) => suitesPassed(view, model), numeric: true },
    { title: "abgeschnitten", cell: (model) => truncated(view, model), numeric: true },
    ...(places.size === 0 ? [] : [place]),
  ];
}

function tableNotes(view: View): string[] {
  const limits = view.baselines.flatMap((model) => {
    const rate = overallRate(view, model.id, noVariant);
    const name = view.labels.model(model.id);
    return rate === undefined ? [] : [{ name, rate, ceiling: isCeiling(model.id) }];
  });
  const { procurement, suiteWeights } = view.findings;
  // Requirements weigh the tasks; a run that does not say how says nothing here.
  const unknown = procurement !== undefined && suiteWeights === undefined;
  const notes = [...(unknown ? [] : [weightSentence(view)]), ...limitSentences(limits)];
  if (view.models.length > mostModels) {
    notes.push(moreModelsSentence(view.models.length, chapters.results.title));
  }
  return notes;
}

/** What the mean over the tasks is made of. */
function weightSentence({ findings: { suiteWeights: weights }, labels }: View): string {
  const counted = weights?.filter(({ share: part }) => part > 0) ?? [];
  const equal = counted.every(({ share: part }) => Math.abs(part - 1 / counted.length) < 1e-9);
  if (weights === undefined || (equal && counted.length === weights.length)) {
    return "Jede Aufgabe zählt gleich.";
  }
  if (counted.length === 0) return "Keine Aufgabe des Laufs hat in den Anforderungen ein Gewicht.";
  const parts = counted.map((row) => `${labels.suite(row.suite)} ${percent(row.share)}`).join(", ");
  const others = weights.filter(({ share: part }) => part === 0);
  const left = others.map(({ suite }) => labels.suite(suite)).join(", ");
  const without = left === "" ? "" : ` Ohne Gewicht und darum nicht im Mittel: ${left}.`;
  return `Gewichte nach den Anforderungen: ${parts}.${without}`;
}

function share(view: View, model: ModelDescription, variant: string): Part {
  const rate = overallRate(view, model.id, variant);
  if (rate !== undefined) return rateCell(view, rate);
  const tasks = suitesOf(view, model.id, variant).length;
  return partlyMeasuredText(tasks, view.findings.suites.length);
}

/** A share with its interval and n below it. */
function rateCell(view: View, rate: Rate): Html {
  const where = rate.suite === allSuites ? "" : `, nur ${view.labels.suite(rate.suite)}`;
  return markup`<strong>${percent(rate.value)}</strong><br><span class="aside"
      >${percentRange(rate.low, rate.high)}, ${sampleSize(rate.n)}${where}</span
    >`;
}

function suitesPassed(view: View, model: ModelDescription): string {
  const results = view.findings.suiteResults.filter(
    (row) =>
      row.model === model.id &&
      row.variant === view.mainVariant &&
      row.input === "raw" &&
      row.suite !== allSuites,
  );
  const passed = results.filter((row) => row.passes && row.reliable).length;
  return results.length === 0 ? "nicht gemessen" : outOf(passed, results.length);
}

/** Answers cut off at the length limit. */
function truncated(view: View, model: ModelDescription): string {
  const rows = view.findings.answering.filter((row) => row.model === model.id);
  const whole = rows.filter((row) => row.suite === allSuites);
  const counted = whole.length > 0 ? whole : rows;
  const n = counted.reduce((sum, row) => sum + row.n, 0);
  return truncatedText(
    counted.reduce((sum, row) => sum + row.truncated, 0),
    n,
  );
}
