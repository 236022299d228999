import type { RankedModel, RankTable } from "../../core/findings-ranks.ts";
import type { Scenario, Sensitivity } from "../../core/findings-sensitivity.ts";
import { shareBars } from "../charts/share-bars.ts";
import { chapter } from "../html/chapter.ts";
import { markup, nothing, type Html, type Part } from "../html/escape.ts";
import { mainRanks } from "../html/recommended.ts";
import { sectionPart } from "../html/section-part.ts";
import { table } from "../html/table.ts";
import type { View } from "../view.ts";
import { chapters } from "./chapters.ts";
import { decisionSentence } from "./glance.ts";
import { decimal, percent, percentRange, points } from "./numbers.ts";
import { german, taskName } from "./quoted.ts";
import { rankSentence, steadySentence } from "./reason-sentences.ts";
import * as say from "./sentences.ts";
import { modelName, variantName } from "./words.ts";

/** What the recommendation rests on: the order, how sure it is, and whether other assumptions change it. */
export function reasons(view: View): Html {
  return chapter(
    chapters.reasons,
    markup`<p class="kern-body"><strong>${decisionSentence(view)}</strong></p>
      ${ranks(view)} ${sensitivity(view)}`,
  );
}

function ranks(view: View): Html {
  const found = mainRanks(view);
  if (found === undefined) return nothing;
  const rows = inOrder(view, found);
  const certain = rows.filter(({ best, worst }) => best === worst).length;
  return sectionPart(
    { id: "order", title: "The order and how sure it is" },
    markup`<p class="kern-body">${taskName(view, found.suite)}: ${rankSentence(certain, rows.length)}</p>
      ${firstChart(view, found, rows)}
      ${table<RankedModel>({
        caption: `Order and possible places, prompt “${variantName(found.variant)}”`,
        columns: [
          { title: "Model", cell: ({ model }) => modelName(view, model) },
          { title: "possible places", cell: placesText, numeric: true },
          {
            title: "passed",
            cell: (row) =>
              `${percent(row.value)} (${percentRange(row.low, row.high)}), ${say.sampleSize(row.n)}`,
            numeric: true,
          },
          {
            title: "ahead in … of the recalculations",
            cell: ({ first }) => (first === undefined ? "not computed" : percent(first)),
            numeric: true,
          },
        ],
        rows,
      })}`,
  );
}

function inOrder(view: View, { models }: RankTable): RankedModel[] {
  return view.models.flatMap(({ id }) => models.filter(({ model }) => model === id));
}

/** `1`, `1–2`: models that cannot be told apart share them. */
function placesText({ best, worst }: RankedModel): string {
  return best === worst ? decimal(best) : `${decimal(best)}–${decimal(worst)}`;
}

function firstChart(view: View, found: RankTable, rows: readonly RankedModel[]): Html {
  const bars = rows.flatMap(({ model, first }) =>
    first === undefined
      ? []
      : [{ label: modelName(view, model), value: first, text: percent(first) }],
  );
  if (bars.length === 0) return nothing;
  return markup`<figure class="figure">
    <figcaption class="kern-title kern-title--small">
      How often a model is ahead in the recalculations (${say.counted(found.common, "case")})
    </figcaption>
    ${shareBars([{ bars }])}
  </figure>`;
}

function sensitivity(view: View): Html {
  const { sensitivity: found } = view.findings;
  if (found === undefined) return nothing;
  const others = found.scenarios.filter(({ kind }) => kind !== "base");
  const changed = others.filter(({ stands }) => !stands).length;
  return sectionPart(
    { id: "assumptions", title: "Does the order hold under other assumptions?" },
    markup`<p class="kern-body">${steadySentence(changed, others.length)}</p>
      ${scenarioTable(view, found)}`,
  );
}

function scenarioTable(view: View, { scenarios }: Sensitivity): Html {
  return table<Scenario>({
    caption: "Who is ahead under other assumptions",
    columns: [
      { title: "Assumption", cell: ({ name }): Part => german(name) },
      { title: "ahead", cell: (row) => firstNames(view, row) },
      {
        title: "lead in percentage points",
        cell: ({ lead }) => (lead === undefined ? "none" : points(lead)),
        numeric: true,
      },
      { title: "result", cell: ({ stands }) => (stands ? "holds" : "changes") },
    ],
    rows: scenarios,
  });
}

function firstNames(view: View, { ranking }: Scenario): string {
  const top = ranking[0]?.value;
  return say.listed(
    ranking.filter(({ value }) => value === top).map(({ model }) => modelName(view, model)),
  );
}
