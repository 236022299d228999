import type { Rate } from "../../core/findings.ts";
import type { ModelDescription } from "../../core/model.ts";
import { allSuites, isCeiling } from "../labels.ts";
import { noVariant, trainedVariant } from "../../core/suite.ts";
import { overallRate, suitesOf } from "./measured-models.ts";
import type { View } from "../view.ts";
import { markup, type Html, type Part } from "./escape.ts";
import { offerColumns } from "./glance-offers.ts";
import { decisionOf, mainRanks } from "./recommended.ts";
import { table, type Column } from "./table.ts";
import { fill } from "../fill.ts";

/** Page 1 shows at most so many models; the chapter on results shows all of them. */
const mostModels = 5;

/** The table of page 1: with requirements by them, else what each model passes with both prompts. */
export function glanceTable(view: View): Html {
  const { say } = view;
  const { procurement } = view.findings;
  const columns = procurement === undefined ? rateColumns(view) : offerColumns(view, procurement);
  return markup`${table({
    caption: procurement === undefined ? say.text.glanceCaption : say.text.glanceOffers,
    columns: [
      {
        title: say.text.model,
        cell: (model) =>
          markup`<a href="#${say.chapters.results.id}">${view.labels.model(model.id)}</a>`,
      },
      ...columns,
    ],
    rows: shownModels(view),
  })}
    <p class="kern-body kern-body--small kern-body--muted">${view.mark(tableNotes(view).join(" "))}</p>`;
}

/** The first models in the order of every table, and the one that page 1 speaks of wherever it stands. */
function shownModels(view: View): ModelDescription[] {
  const { subject } = decisionOf(view);
  const others = view.models.filter(({ id }) => id !== subject);
  const room = mostModels - (view.models.length - others.length);
  const shown = new Set(others.slice(0, room).map(({ id }) => id));
  return view.models.filter(({ id }) => id === subject || shown.has(id));
}

function rateColumns(view: View): Column<ModelDescription>[] {
  const { say } = view;
  const places = new Map((mainRanks(view)?.models ?? []).map((row) => [row.model, row]));
  const place: Column<ModelDescription> = {
    title: markup`<a href="#raenge">${say.text.places}</a>`,
    cell: ({ id }) => {
      const row = places.get(id);
      return row === undefined ? say.text.open : say.placesText(row);
    },
    numeric: true,
  };
  return [
    { title: say.text.untrained, cell: (model) => share(view, model, "untrained"), numeric: true },
    { title: say.text.trained, cell: (model) => share(view, model, trainedVariant), numeric: true },
    { title: say.text.tasksPassed, cell: (model) => suitesPassed(view, model), numeric: true },
    { title: say.text.truncated, cell: (model) => truncated(view, model), numeric: true },
    ...(places.size === 0 ? [] : [place]),
  ];
}

function tableNotes(view: View): string[] {
  const { say } = view;
  const limits = view.baselines.flatMap((model) => {
    const rate = overallRate(view, model.id, noVariant);
    const name = view.labels.model(model.id);
    return rate === undefined ? [] : [{ name, rate, ceiling: isCeiling(model.id) }];
  });
  const { procurement, suiteWeights } = view.findings;
  // Requirements weigh the tasks; a run that does not say how says nothing here.
  const unknown = procurement !== undefined && suiteWeights === undefined;
  const notes = [...(unknown ? [] : [weightSentence(view)]), ...say.limitSentences(limits)];
  if (view.models.length > mostModels) {
    notes.push(say.moreModelsSentence(view.models.length, say.chapters.results.title));
  }
  return notes;
}

/** What the mean over the tasks is made of. */
function weightSentence({ findings: { suiteWeights: weights }, titled, say }: View): string {
  const counted = weights?.filter(({ share: part }) => part > 0) ?? [];
  const equal = counted.every(({ share: part }) => Math.abs(part - 1 / counted.length) < 1e-9);
  if (weights === undefined || (equal && counted.length === weights.length)) {
    return say.text.equalWeights;
  }
  if (counted.length === 0) return say.text.noWeights;
  const parts = counted.map((row) => `${titled(row.suite)} ${say.percent(row.share)}`).join(", ");
  const others = weights.filter(({ share: part }) => part === 0);
  const left = others.map(({ suite }) => titled(suite)).join(", ");
  const without = left === "" ? "" : fill(say.text.weightsNone, left);
  return fill(say.text.weightsBy, parts, without);
}

function share(view: View, model: ModelDescription, variant: string): Part {
  const { say } = view;
  const rate = overallRate(view, model.id, variant);
  if (rate !== undefined) return rateCell(view, rate);
  const tasks = suitesOf(view, model.id, variant).length;
  return say.partlyMeasuredText(tasks, view.findings.suites.length);
}

/** A share with its interval and n below it. */
function rateCell(view: View, rate: Rate): Html {
  const { say } = view;
  const where =
    rate.suite === allSuites ? "" : fill(say.text.onlyTask, view.labels.suite(rate.suite));
  return markup`<strong>${say.percent(rate.value)}</strong><br><span class="aside"
      >${say.percentRange(rate.low, rate.high)}, ${say.sampleSize(rate.n)}${view.mark(where)}</span
    >`;
}

function suitesPassed(view: View, model: ModelDescription): string {
  const { say } = view;
  const results = view.findings.suiteResults.filter(
    (row) =>
      row.model === model.id &&
      row.variant === view.mainVariant &&
      row.input === "raw" &&
      row.suite !== allSuites,
  );
  const passed = results.filter((row) => row.passes && row.reliable).length;
  return results.length === 0 ? say.text.notMeasured : say.outOf(passed, results.length);
}

/** Answers cut off at the length limit. */
function truncated(view: View, model: ModelDescription): string {
  const { say } = view;
  const rows = view.findings.answering.filter((row) => row.model === model.id);
  const whole = rows.filter((row) => row.suite === allSuites);
  const counted = whole.length > 0 ? whole : rows;
  const n = counted.reduce((sum, row) => sum + row.n, 0);
  return say.truncatedText(
    counted.reduce((sum, row) => sum + row.truncated, 0),
    n,
  );
}
