import type { HygienePrice } from "../../core/findings.ts";
import { placeholderText, priceSentence } from "../sentences/hygiene-sentences.ts";
import { decimal, percent, points, pointsRange } from "../sentences/numbers.ts";
import { inModelOrder, type View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { taskColumn, taskInCaption } from "./task-column.ts";

/** Price of hygiene: what pseudonymising costs in quality. */
export function pricePart(view: View): Html {
  const rows = inModelOrder(view, view.findings.hygienePrice);
  if (rows.length === 0) return nothing;
  const { labels } = view;
  const sentences = rows
    .filter((row) => row.variant === view.mainVariant)
    .map((row) => priceSentence(row, labels.model(row.model), labels.suite(row.suite)));
  return sectionPart(
    { id: "preis", title: "Was Pseudonymisieren an Qualität kostet" },
    markup`${bulletList(sentences)}
      <p class="kern-body">
        Der Preis ist die Quote mit Originaltext minus die Quote mit pseudonymisiertem Text.
      </p>
      ${priceTable(view, rows)}`,
  );
}

function priceTable(view: View, rows: readonly HygienePrice[]): Html {
  const { labels } = view;
  return markup`${table<HygienePrice>({
    caption: `Bestandene Fälle mit und ohne Pseudonymisierung${taskInCaption(view, rows)}`,
    columns: [
      { title: "Modell", cell: (row) => labels.model(row.model) },
      ...taskColumn(view, rows),
      { title: "Prompt", cell: (row) => labels.variant(row.variant) },
      { title: "n", cell: (row) => decimal(row.n), numeric: true },
      { title: "Original", cell: (row) => percent(row.raw), numeric: true },
      { title: "pseudonymisiert", cell: (row) => percent(row.pseudonymised), numeric: true },
      { title: "Preis in Prozentpunkten", cell: priceCell, numeric: true },
      { title: "Platzhalter erhalten", cell: placeholderText, numeric: true },
    ],
    rows,
  })}${methodNote(rows)}`;
}

function priceCell(row: HygienePrice): string {
  return `${points(row.difference)} (${pointsRange(row.low, row.high)})`;
}
