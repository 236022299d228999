import type { FailureBound } from "../../core/findings-bounds.ts";
import { inModelOrder, type View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { mainBounds } from "./risk-facts.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { fill } from "../fill.ts";

/** The exact upper bound of what fails, per model and task, for all and for critical cases. */
export function boundsPart(view: View): Html {
  const { say } = view;
  const ids = new Set(view.models.map(({ id }) => id));
  const rows = inModelOrder(view, mainBounds(view)).filter(({ model }) => ids.has(model));
  if (rows.length === 0) return nothing;
  const { labels } = view;
  return sectionPart(
    { id: "obergrenzen", title: say.text.boundsTitle },
    markup`<p class="kern-body">
        ${say.zeroSentence(rows.filter(({ failed }) => failed === 0).length, rows.length)}
      </p>
      ${table<FailureBound>({
        caption: fill(say.text.captionBounds, labels.variant(view.mainVariant)),
        columns: [
          { title: say.text.model, cell: ({ model }) => labels.model(model) },
          { title: say.text.task, cell: ({ suite }) => view.task(suite) },
          {
            title: say.text.cases,
            cell: ({ scope }) => (scope === "critical" ? say.text.onlyCritical : say.text.allCases),
          },
          { title: say.text.failed, cell: ({ failed, n }) => say.outOf(failed, n), numeric: true },
          {
            title: say.text.upperBound95,
            cell: ({ upper }) => say.sharpPercent(upper),
            numeric: true,
          },
        ],
        rows,
      })}${methodNote(say, rows)}`,
  );
}
