import type { Item } from "../../core/findings-items.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { sectionPart } from "../html/section-part.ts";
import { table } from "../html/table.ts";
import type { View } from "../view.ts";
import { decimal, fine, percent } from "./numbers.ts";
import { german, taskName } from "./quoted.ts";
import { itemsSentence } from "./reason-sentences.ts";
import { words } from "./words.ts";

/** For the authors of the cases: which of them say little, or may be wrong themselves. */
export function items(view: View): Html {
  const { items: found } = view.findings;
  if (found === undefined) return nothing;
  const marked = found.rows.filter(({ flag }) => flag !== undefined);
  const doubtful = marked.filter(({ flag }) => flag === "doubtful").length;
  const sentence = itemsSentence({ doubtful, marked: marked.length, all: found.rows.length });
  return sectionPart(
    { id: "authors", title: "For the authors of the cases" },
    markup`<p class="kern-body">${found.note === undefined ? sentence : german(found.note)}</p>
      ${marked.length === 0 ? nothing : itemTable(view, marked)}`,
  );
}

function itemTable(view: View, rows: readonly Item[]): Html {
  return table<Item>({
    caption: "Cases to check",
    columns: [
      { title: "Case", cell: (row) => german(row.case) },
      { title: "Task", cell: ({ suite }) => taskName(view, suite) },
      {
        title: "what was seen",
        cell: ({ flag }) => (flag === undefined ? "" : words.itemFlags[flag]),
      },
      { title: "n", cell: ({ n }) => decimal(n), numeric: true },
      { title: "passed", cell: ({ passed }) => percent(passed), numeric: true },
      {
        title: "strong / weak models",
        cell: ({ strong, weak }) =>
          strong === undefined || weak === undefined
            ? "too few"
            : `${percent(strong)} / ${percent(weak)}`,
        numeric: true,
      },
      {
        title: "discrimination",
        cell: ({ discrimination }) =>
          discrimination === undefined ? "too few" : fine(discrimination),
        numeric: true,
      },
    ],
    rows,
  });
}
