import type { Exposure, Findings } from "../../core/findings.ts";
import { exposureSentence } from "../sentences/hygiene-sentences.ts";
import { decimal } from "../sentences/numbers.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { taskColumn, taskInCaption } from "./task-column.ts";

type Difference = Findings["exposureDifferences"][number];

/** Exposure: protected items in the messages that would be sent, counted without any model. */
export function exposurePart(view: View): Html {
  const { exposure } = view.findings;
  if (exposure.length === 0) return nothing;
  const { labels } = view;
  const sentences = exposure
    .filter((row) => row.variant === view.mainVariant)
    .map((row) => exposureSentence(row, `${labels.suite(row.suite)}, ${labels.input(row.input)}`));
  return sectionPart(
    { id: "preisgabe", title: "Was mit der Anfrage hinausgeht" },
    markup`${bulletList(sentences)}
      <p class="kern-body">Gezählt wird ohne Modell, in den Nachrichten, die gesendet würden.</p>
      ${exposureTable(view)}${differenceTable(view)}`,
  );
}

function exposureTable(view: View): Html {
  const { exposure } = view.findings;
  const { labels } = view;
  return markup`${table<Exposure>({
    caption: `Geschützte Angaben je Fall in den Nachrichten${taskInCaption(view, exposure)}`,
    columns: [
      ...taskColumn(view, exposure),
      { title: "Prompt", cell: (row) => labels.variant(row.variant) },
      { title: "Eingabe", cell: (row) => labels.input(row.input) },
      { title: "n", cell: (row) => decimal(row.n), numeric: true },
      { title: "Angaben je Fall", cell: (row) => decimal(row.value), numeric: true },
      { title: "Intervall", cell: (row) => range(row.low, row.high), numeric: true },
    ],
    rows: exposure,
  })}${methodNote(exposure)}`;
}

function differenceTable(view: View): Html {
  const rows = view.findings.exposureDifferences;
  if (rows.length === 0) return nothing;
  const name = nameOf(view);
  return markup`${table<Difference>({
    caption: `Unterschiede in der Zahl geschützter Angaben${taskInCaption(view, rows)}`,
    columns: [
      { title: "Vergleich A − B", cell: (row) => `${name(row.a)} − ${name(row.b)}` },
      ...taskColumn(view, rows),
      { title: "gleich gehalten", cell: (row) => row.within.map(name).join(", ") },
      { title: "n", cell: (row) => decimal(row.n), numeric: true },
      { title: "Differenz je Fall", cell: differenceCell },
    ],
    rows,
  })}${methodNote(rows.flatMap(({ method }) => (method === undefined ? [] : [{ method }])))}`;
}

function differenceCell(row: Difference): string {
  if (row.byConstruction) return "konstruktionsbedingt 0, kein Befund";
  const difference = decimal(row.difference);
  if (row.low === undefined || row.high === undefined) return `${difference}, in jedem Fall gleich`;
  return `${difference} (Intervall ${range(row.low, row.high)})`;
}

/** A variant or an input. */
function nameOf(view: View): (name: string) => string {
  return (name) =>
    name === "raw" || name === "pseudonymised"
      ? view.labels.input(name)
      : view.labels.variant(name);
}

function range(low: number, high: number): string {
  return `${decimal(low)} bis ${decimal(high)}`;
}
