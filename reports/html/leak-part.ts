import type { Say } from "../say.ts";
import type { Leak } from "../../core/findings.ts";
import { inModelOrder, type View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { taskColumn, taskInCaption } from "./task-column.ts";
import { fill } from "../fill.ts";

/** Leak: protected values that come back in the answer. */
export function leakPart(view: View): Html {
  const { say } = view;
  const rows = inModelOrder(view, view.findings.leaks);
  if (rows.length === 0) return nothing;
  const { labels } = view;
  const sentences = mainLeaks(view).map((row) =>
    say.leakSentence(
      row,
      fill(say.text.modelInTask, labels.model(row.model), labels.suite(row.suite)),
    ),
  );
  return sectionPart(
    { id: "abfluss", title: say.text.leakTitle },
    markup`${bulletList(sentences.map(view.mark))}
      ${table<Leak>({
        caption: `${say.text.leakCaption}${taskInCaption(view, rows)}`,
        mark: view.mark,
        columns: [
          { title: say.text.model, cell: (row) => labels.model(row.model) },
          ...taskColumn(view, rows),
          { title: say.text.prompt, cell: (row) => labels.variant(row.variant) },
          { title: say.text.input, cell: (row) => labels.input(row.input) },
          {
            title: say.text.passedOn,
            cell: (row) => say.outOf(row.withLeak, row.n),
            numeric: true,
          },
          {
            title: say.text.invented,
            cell: (row) => say.outOf(row.withInvented, row.n),
            numeric: true,
          },
          { title: say.text.sharePassedOn, cell: (row) => say.percent(row.value), numeric: true },
          { title: say.text.interval, cell: (row) => leakRange(say, row), numeric: true },
        ],
        rows,
      })}${methodNote(say, rows)}`,
  );
}

/** What the sentences speak of: real models, the main prompt, the original text. */
export function mainLeaks(view: View): Leak[] {
  const ids = new Set(view.models.map((model) => model.id));
  return inModelOrder(view, view.findings.leaks).filter(
    (row) => ids.has(row.model) && row.variant === view.mainVariant && row.input === "raw",
  );
}

function leakRange(say: Say, row: Leak): string {
  return row.withLeak === 0
    ? fill(say.text.upperBoundOf, say.percent(row.high))
    : say.percentRange(row.low, row.high);
}
