import type { Say } from "../say.ts";
import type { HygienePrice } from "../../core/findings.ts";
import { inModelOrder, type View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { taskColumn, taskInCaption } from "./task-column.ts";

/** Price of hygiene: what pseudonymising costs in quality. */
export function pricePart(view: View): Html {
  const { say } = view;
  const rows = inModelOrder(view, view.findings.hygienePrice);
  if (rows.length === 0) return nothing;
  const { labels } = view;
  const sentences = rows
    .filter((row) => row.variant === view.mainVariant)
    .map((row) => say.priceSentence(row, labels.model(row.model), labels.suite(row.suite)));
  return sectionPart(
    { id: "preis", title: say.text.priceTitle },
    markup`${bulletList(sentences.map(view.mark))}
      <p class="kern-body">
        ${say.text.priceMeaning}
      </p>
      ${priceTable(view, rows)}`,
  );
}

function priceTable(view: View, rows: readonly HygienePrice[]): Html {
  const { labels, say } = view;
  return markup`${table<HygienePrice>({
    caption: `${say.text.priceCaption}${taskInCaption(view, rows)}`,
    mark: view.mark,
    columns: [
      { title: say.text.model, cell: (row) => labels.model(row.model) },
      ...taskColumn(view, rows),
      { title: say.text.prompt, cell: (row) => labels.variant(row.variant) },
      { title: say.text.n, cell: (row) => say.decimal(row.n), numeric: true },
      { title: say.text.original, cell: (row) => say.percent(row.raw), numeric: true },
      {
        title: say.text.pseudonymised,
        cell: (row) => say.percent(row.pseudonymised),
        numeric: true,
      },
      { title: say.text.pricePoints, cell: (row) => priceCell(say, row), numeric: true },
      { title: say.text.placeholdersKept, cell: say.placeholderText, numeric: true },
    ],
    rows,
  })}${methodNote(say, rows)}`;
}

function priceCell(say: Say, row: HygienePrice): string {
  return `${say.points(row.difference)} (${say.pointsRange(row.low, row.high)})`;
}
