import type { Say } from "../say.ts";
import type { Item } from "../../core/findings-items.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";

/** For the authors of the cases: which of them say little, or may be wrong themselves. */
export function itemsPart(view: View): Html {
  const { say } = view;
  const { items } = view.findings;
  if (items === undefined) return nothing;
  const marked = items.rows.filter(({ flag }) => flag !== undefined);
  const doubtful = marked.filter(({ flag }) => flag === "doubtful").length;
  const sentence = say.itemsSentence({ doubtful, marked: marked.length, all: items.rows.length });
  return sectionPart(
    { id: "fuer-autoren", title: say.text.itemsTitle },
    markup`<p class="kern-body">${items.note === undefined ? sentence : say.fromAnalysis(items.note)}</p>
      ${marked.length === 0 ? nothing : itemTable(view, marked)}${methodNote(say, [items])}`,
  );
}

function itemTable(view: View, rows: readonly Item[]): Html {
  const { say } = view;
  return table<Item>({
    caption: say.text.itemsCaption,
    columns: [
      { title: say.text.case, cell: (row) => row.case },
      { title: say.text.task, cell: ({ suite }) => view.task(suite) },
      {
        title: say.text.itemFinding,
        cell: ({ flag }) => (flag === undefined ? "" : flagText(say, flag)),
      },
      { title: say.text.n, cell: ({ n }) => say.decimal(n), numeric: true },
      { title: say.text.passed, cell: ({ passed }) => say.percent(passed), numeric: true },
      {
        title: say.text.strongWeak,
        cell: ({ strong, weak }) =>
          strong === undefined || weak === undefined
            ? say.text.tooFew
            : `${say.percent(strong)} / ${say.percent(weak)}`,
        numeric: true,
      },
      {
        title: say.text.discrimination,
        cell: (row) => discriminationText(say, row),
        numeric: true,
      },
    ],
    rows,
  });
}

function flagText({ text }: Say, flag: NonNullable<Item["flag"]>): string {
  if (flag === "doubtful") return text.itemDoubtful;
  return flag === "all-passed" ? text.itemAllPassed : text.itemAllFailed;
}

/** Below 0 the better models fail the case. */
function discriminationText(say: Say, { discrimination }: Item): string {
  return discrimination === undefined ? say.text.tooFew : say.fine(discrimination);
}
