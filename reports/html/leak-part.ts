import type { Leak } from "../../core/findings.ts";
import { leakSentence } from "../sentences/hygiene-sentences.ts";
import { outOf } from "../sentences/measured.ts";
import { percent, percentRange } from "../sentences/numbers.ts";
import { inModelOrder, type View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { taskColumn, taskInCaption } from "./task-column.ts";

/** Leak: protected values that come back in the answer. */
export function leakPart(view: View): Html {
  const rows = inModelOrder(view, view.findings.leaks);
  if (rows.length === 0) return nothing;
  const { labels } = view;
  const sentences = mainLeaks(view).map((row) =>
    leakSentence(row, `${labels.model(row.model)} in „${labels.suite(row.suite)}“`),
  );
  return sectionPart(
    { id: "abfluss", title: "Was mit der Antwort zurückkommt" },
    markup`${bulletList(sentences)}
      ${table<Leak>({
        caption: `Fälle mit geschützten Angaben in der Antwort${taskInCaption(view, rows)}`,
        columns: [
          { title: "Modell", cell: (row) => labels.model(row.model) },
          ...taskColumn(view, rows),
          { title: "Prompt", cell: (row) => labels.variant(row.variant) },
          { title: "Eingabe", cell: (row) => labels.input(row.input) },
          { title: "weitergegeben", cell: (row) => outOf(row.withLeak, row.n), numeric: true },
          { title: "erfunden", cell: (row) => outOf(row.withInvented, row.n), numeric: true },
          { title: "Anteil weitergegeben", cell: (row) => percent(row.value), numeric: true },
          { title: "Intervall", cell: leakRange, numeric: true },
        ],
        rows,
      })}${methodNote(rows)}`,
  );
}

/** What the sentences speak of: real models, the main prompt, the original text. */
export function mainLeaks(view: View): Leak[] {
  const ids = new Set(view.models.map((model) => model.id));
  return inModelOrder(view, view.findings.leaks).filter(
    (row) => ids.has(row.model) && row.variant === view.mainVariant && row.input === "raw",
  );
}

function leakRange(row: Leak): string {
  return row.withLeak === 0 ? `Obergrenze ${percent(row.high)}` : percentRange(row.low, row.high);
}
