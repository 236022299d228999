import type { Item } from "../../core/findings-items.ts";
import { itemsSentence } from "../sentences/item-sentences.ts";
import { decimal, percent } from "../sentences/numbers.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";

const flags = {
  "all-passed": "immer bestanden",
  "all-failed": "nie bestanden",
  doubtful: "zweifelhaft: starke Modelle scheitern, schwache nicht",
} as const;

/** For the authors of the cases: which of them say little, or may be wrong themselves. */
export function itemsPart(view: View): Html {
  const { items } = view.findings;
  if (items === undefined) return nothing;
  const marked = items.rows.filter(({ flag }) => flag !== undefined);
  const doubtful = marked.filter(({ flag }) => flag === "doubtful").length;
  const sentence = itemsSentence({ doubtful, marked: marked.length, all: items.rows.length });
  return sectionPart(
    { id: "fuer-autoren", title: "Für Autorinnen und Autoren der Fälle" },
    markup`<p class="kern-body">${items.note ?? sentence}</p>
      ${marked.length === 0 ? nothing : itemTable(view, marked)}${methodNote([items])}`,
  );
}

function itemTable(view: View, rows: readonly Item[]): Html {
  return table<Item>({
    caption: "Fälle, die zu prüfen sind",
    columns: [
      { title: "Fall", cell: (row) => row.case },
      { title: "Aufgabe", cell: ({ suite }) => view.labels.suite(suite) },
      { title: "Befund", cell: ({ flag }) => (flag === undefined ? "" : flags[flag]) },
      { title: "n", cell: ({ n }) => decimal(n), numeric: true },
      { title: "bestanden", cell: ({ passed }) => percent(passed), numeric: true },
      {
        title: "starke / schwache Modelle",
        cell: ({ strong, weak }) =>
          strong === undefined || weak === undefined
            ? "zu wenige"
            : `${percent(strong)} / ${percent(weak)}`,
        numeric: true,
      },
      { title: "Trennschärfe", cell: discriminationText, numeric: true },
    ],
    rows,
  });
}

const twoDecimals = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });

/** Below 0 the better models fail the case. */
function discriminationText({ discrimination }: Item): string {
  return discrimination === undefined
    ? "zu wenige"
    : twoDecimals.format(discrimination).replace("-", "−");
}
