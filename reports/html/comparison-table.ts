import type { Say } from "../say.ts";
import type { Comparison } from "../../core/findings.ts";
import { allSuites, type Labels } from "../labels.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { powerColumns } from "./power-part.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";
import { fill } from "../fill.ts";

/** All paired comparisons of a suite; "alle" gets a heading of its own. */
export function comparisonTable(view: View, suite: string): Html {
  const { say } = view;
  const rows = view.findings.comparisons.filter((row) => row.suite === suite);
  if (rows.length === 0) return nothing;
  const content = markup`${table({
    caption: fill(say.text.comparisonsCaption, view.titled(suite)),
    mark: view.mark,
    columns: columnsOf(view),
    rows,
  })}${familyNote(say)}${methodNote(say, rows)}`;
  if (suite !== allSuites) return content;
  return sectionPart(
    { id: "vergleiche-alle", title: say.text.allTasksComparisons },
    markup`
    ${content}
  `,
  );
}

function columnsOf(view: View): Column<Comparison>[] {
  const { labels, say } = view;
  return [
    {
      title: say.text.comparedAB,
      cell: (row) => `${sideName(labels, row, "a")} − ${sideName(labels, row, "b")}`,
    },
    {
      title: say.text.heldFixed,
      cell: (row) => row.within.map((name) => heldName(labels, name)).join(", "),
    },
    { title: say.text.n, cell: (row) => say.decimal(row.n), numeric: true },
    { title: say.text.onlyAPasses, cell: (row) => say.decimal(row.aOnly), numeric: true },
    { title: say.text.onlyBPasses, cell: (row) => say.decimal(row.bOnly), numeric: true },
    { title: say.text.differencePoints, cell: (row) => differenceCell(say, row), numeric: true },
    {
      title: say.text.pHolm,
      cell: (row) => (row.byConstruction ? say.text.notApplicable : say.probability(row.pHolm)),
      numeric: true,
    },
    ...powerColumns<Comparison>(view, (row) => row),
    {
      title: say.text.result,
      cell: (row) =>
        say.comparisonWord(row, { a: sideName(labels, row, "a"), b: sideName(labels, row, "b") }),
    },
  ];
}

/** Why a row can be "nicht unterscheidbar" although its interval leaves out 0. */
function familyNote(say: Say): Html {
  return markup`<p class="kern-body kern-body--small kern-body--muted">
    ${say.text.familyNote}
  </p>`;
}

function differenceCell(say: Say, row: Comparison): string {
  return `${say.points(row.difference)} (${say.pointsRange(row.low, row.high)})`;
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
