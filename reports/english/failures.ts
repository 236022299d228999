import { chapter } from "../html/chapter.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { failureTally, type FailureTally } from "../html/failure-tally.ts";
import { table, type Column } from "../html/table.ts";
import type { View } from "../view.ts";
import { chapters } from "./chapters.ts";
import { decimal } from "./numbers.ts";
import * as say from "./sentences.ts";
import { modelName, words } from "./words.ts";

/** In which way answers of the models failed, and how often. */
export function failures(view: View): Html {
  const rows = failureTally(view);
  const failed = rows.reduce((sum, { total }) => sum + total, 0);
  return chapter(
    chapters.failures,
    markup`<p class="kern-body">${say.failuresSentence(failed)}</p>
      ${rows.length === 0 ? nothing : tallyTable(view, rows)}`,
  );
}

function tallyTable(view: View, rows: readonly FailureTally[]): Html {
  return table<FailureTally>({
    caption: "Answers not passed, by kind and model",
    columns: [
      { title: "Kind", cell: (row) => words.failureClasses[row.class].title },
      { title: "Meaning", cell: (row) => words.failureClasses[row.class].meaning },
      ...view.models.map(({ id }, at): Column<FailureTally> => ({
        title: modelName(view, id),
        cell: ({ byModel }) => decimal(byModel[at] ?? 0),
        numeric: true,
      })),
      { title: "together", cell: ({ total }) => decimal(total), numeric: true },
    ],
    rows,
  });
}
