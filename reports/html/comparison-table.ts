import type { Comparison } from "../../core/findings.ts";
import { allSuites, type Labels } from "../labels.ts";
import { comparisonWord } from "../sentences/comparison-sentences.ts";
import { decimal, points, pointsRange, probability } from "../sentences/numbers.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { powerColumns } from "./power-part.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";

/** All paired comparisons of a suite; "alle" gets a heading of its own. */
export function comparisonTable(view: View, suite: string): Html {
  const rows = view.findings.comparisons.filter((row) => row.suite === suite);
  if (rows.length === 0) return nothing;
  const { labels } = view;
  const content = markup`${table({
    caption: `Paarweise Vergleiche: ${labels.suite(suite)}`,
    columns: columnsOf(view),
    rows,
  })}${familyNote}${methodNote(rows)}`;
  if (suite !== allSuites) return content;
  return sectionPart(
    { id: "vergleiche-alle", title: "Vergleiche über alle Aufgaben" },
    markup`
    ${content}
  `,
  );
}

function columnsOf(view: View): Column<Comparison>[] {
  const { labels } = view;
  return [
    {
      title: "Vergleich A − B",
      cell: (row) => `${sideName(labels, row, "a")} − ${sideName(labels, row, "b")}`,
    },
    {
      title: "gleich gehalten",
      cell: (row) => row.within.map((name) => heldName(labels, name)).join(", "),
    },
    { title: "n", cell: (row) => decimal(row.n), numeric: true },
    { title: "nur A besteht", cell: (row) => decimal(row.aOnly), numeric: true },
    { title: "nur B besteht", cell: (row) => decimal(row.bOnly), numeric: true },
    { title: "Differenz in Prozentpunkten", cell: differenceCell, numeric: true },
    {
      title: "p nach Holm",
      cell: (row) => (row.byConstruction ? "entfällt" : probability(row.pHolm)),
      numeric: true,
    },
    ...powerColumns<Comparison>(view, (row) => row),
    {
      title: "Ergebnis",
      cell: (row) =>
        comparisonWord(row, { a: sideName(labels, row, "a"), b: sideName(labels, row, "b") }),
    },
  ];
}

/** Why a row can be "nicht unterscheidbar" although its interval leaves out 0. */
const familyNote = markup`<p class="kern-body kern-body--small kern-body--muted">
    Das Intervall gilt für jeden Vergleich einzeln. „p nach Holm“ berücksichtigt, dass viele Vergleiche
    zugleich angestellt werden. Deshalb kann ein Unterschied „nicht unterscheidbar“ heißen, obwohl sein
    Intervall die 0 nicht enthält.
  </p>`;

function differenceCell(row: Comparison): string {
  return `${points(row.difference)} (${pointsRange(row.low, row.high)})`;
}

function sideName(labels: Labels, row: Comparison, which: "a" | "b"): string {
  const name = row[which];
  if (row.kind === "model") return labels.model(name);
  return row.kind === "variant" ? labels.variant(name) : heldName(labels, name);
}

/** A variant, an input or a model: `within` does not say which of them it holds. */
function heldName(labels: Labels, name: string): string {
  if (name === "raw" || name === "pseudonymised") return labels.input(name);
  const model = labels.model(name);
  return model === name ? labels.variant(name) : model;
}
