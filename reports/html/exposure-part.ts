import type { Say } from "../say.ts";
import type { Exposure, Findings } from "../../core/findings.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { taskColumn, taskInCaption } from "./task-column.ts";
import { fill } from "../fill.ts";

type Difference = Findings["exposureDifferences"][number];

/** Exposure: protected items in the messages that would be sent, counted without any model. */
export function exposurePart(view: View): Html {
  const { say } = view;
  const { exposure } = view.findings;
  if (exposure.length === 0) return nothing;
  const { labels } = view;
  const sentences = exposure
    .filter((row) => row.variant === view.mainVariant)
    .map((row) =>
      say.exposureSentence(row, `${view.titled(row.suite)}, ${labels.input(row.input)}`),
    );
  return sectionPart(
    { id: "preisgabe", title: say.text.exposureTitle },
    markup`${bulletList(sentences.map(view.mark))}
      <p class="kern-body">${say.text.exposureCounted}</p>
      ${exposureTable(view)}${differenceTable(view)}`,
  );
}

function exposureTable(view: View): Html {
  const { say } = view;
  const { exposure } = view.findings;
  const { labels } = view;
  return markup`${table<Exposure>({
    caption: `${say.text.exposureCaption}${taskInCaption(view, exposure)}`,
    mark: view.mark,
    columns: [
      ...taskColumn(view, exposure),
      { title: say.text.prompt, cell: (row) => labels.variant(row.variant) },
      { title: say.text.input, cell: (row) => labels.input(row.input) },
      { title: say.text.n, cell: (row) => say.decimal(row.n), numeric: true },
      { title: say.text.detailsPerCase, cell: (row) => say.decimal(row.value), numeric: true },
      { title: say.text.interval, cell: (row) => range(say, row.low, row.high), numeric: true },
    ],
    rows: exposure,
  })}${methodNote(say, exposure)}`;
}

function differenceTable(view: View): Html {
  const { say } = view;
  const rows = view.findings.exposureDifferences;
  if (rows.length === 0) return nothing;
  const name = nameOf(view);
  return markup`${table<Difference>({
    caption: `${say.text.exposureDifferences}${taskInCaption(view, rows)}`,
    mark: view.mark,
    columns: [
      { title: say.text.comparedAB, cell: (row) => `${name(row.a)} − ${name(row.b)}` },
      ...taskColumn(view, rows),
      { title: say.text.heldFixed, cell: (row) => row.within.map(name).join(", ") },
      { title: say.text.n, cell: (row) => say.decimal(row.n), numeric: true },
      { title: say.text.differencePerCase, cell: (row) => differenceCell(say, row) },
    ],
    rows,
  })}${methodNote(
    say,
    rows.flatMap(({ method }) => (method === undefined ? [] : [{ method }])),
  )}`;
}

function differenceCell(say: Say, row: Difference): string {
  if (row.byConstruction) return say.text.byConstruction;
  const difference = say.decimal(row.difference);
  if (row.low === undefined || row.high === undefined)
    return fill(say.text.inEveryCase, difference);
  return fill(say.text.withInterval, difference, range(say, row.low, row.high));
}

/** A variant or an input. */
function nameOf(view: View): (name: string) => string {
  return (name) =>
    name === "raw" || name === "pseudonymised"
      ? view.labels.input(name)
      : view.labels.variant(name);
}

function range(say: Say, low: number, high: number): string {
  return fill(say.text.range, say.decimal(low), say.decimal(high));
}
