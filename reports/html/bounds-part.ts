import type { FailureBound } from "../../core/findings-bounds.ts";
import { zeroSentence } from "../sentences/safety-sentences.ts";
import { outOf } from "../sentences/measured.ts";
import { sharpPercent } from "../sentences/numbers.ts";
import { inModelOrder, type View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { mainBounds } from "./risk-facts.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";

/** The exact upper bound of what fails, per model and task, for all and for critical cases. */
export function boundsPart(view: View): Html {
  const ids = new Set(view.models.map(({ id }) => id));
  const rows = inModelOrder(view, mainBounds(view)).filter(({ model }) => ids.has(model));
  if (rows.length === 0) return nothing;
  const { labels } = view;
  return sectionPart(
    { id: "obergrenzen", title: "Was noch misslingen kann" },
    markup`<p class="kern-body">
        ${zeroSentence(rows.filter(({ failed }) => failed === 0).length, rows.length)}
      </p>
      ${table<FailureBound>({
        caption: `Misslungene Fälle und ihre Obergrenze, Prompt „${labels.variant(view.mainVariant)}“`,
        columns: [
          { title: "Modell", cell: ({ model }) => labels.model(model) },
          { title: "Aufgabe", cell: ({ suite }) => labels.suite(suite) },
          {
            title: "Fälle",
            cell: ({ scope }) => (scope === "critical" ? "nur kritische" : "alle"),
          },
          { title: "misslungen", cell: ({ failed, n }) => outOf(failed, n), numeric: true },
          { title: "Obergrenze (95 %)", cell: ({ upper }) => sharpPercent(upper), numeric: true },
        ],
        rows,
      })}${methodNote(rows)}`,
  );
}
