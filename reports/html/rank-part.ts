import type { RankedModel, RankTable } from "../../core/findings-ranks.ts";
import type { Scenario, Sensitivity } from "../../core/findings-sensitivity.ts";
import { shareBars } from "../charts/share-bars.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { mainRanks } from "./recommended.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { fill } from "../fill.ts";

/** Ranks that the data allow; what cannot be told apart shares them. */
export function rankPart(view: View): Html {
  const { say } = view;
  const ranks = mainRanks(view);
  if (ranks === undefined) return nothing;
  const { labels } = view;
  const certain = ranks.models.filter(({ best, worst }) => best === worst).length;
  const sentence = say.rankSentence(certain, ranks.models.length);
  return sectionPart(
    { id: "raenge", title: say.text.ranksTitle },
    markup`<p class="kern-body">${sentence}</p>
      ${firstChart(view, ranks)}
      ${table<RankedModel>({
        caption: fill(
          say.text.ranksCaption,
          view.titled(ranks.suite),
          labels.variant(ranks.variant),
        ),
        mark: view.mark,
        columns: [
          { title: say.text.model, cell: ({ model }) => labels.model(model) },
          { title: say.text.places, cell: say.placesText, numeric: true },
          {
            title: say.text.passed,
            cell: (row) =>
              `${say.percent(row.value)} (${say.percentRange(row.low, row.high)}), ${say.sampleSize(row.n)}`,
            numeric: true,
          },
          {
            title: say.text.aheadIn,
            cell: ({ first }) => (first === undefined ? say.text.notComputed : say.percent(first)),
            numeric: true,
          },
        ],
        rows: inOrder(view, ranks.models),
      })}${methodNote(say, [ranks])}`,
  );
}

function firstChart(view: View, ranks: RankTable): Html {
  const { say } = view;
  const bars = inOrder(view, ranks.models).flatMap(({ model, first }) =>
    first === undefined
      ? []
      : [{ label: view.labels.model(model), value: first, text: say.percent(first) }],
  );
  if (bars.length === 0) return nothing;
  return markup`<figure class="figure">
    <figcaption class="kern-title kern-title--small">
      ${fill(say.text.ranksChart, say.counted(ranks.common, "case"))}
    </figcaption>
    ${shareBars([{ bars }], say.percent)}
  </figure>`;
}

function inOrder(view: View, rows: readonly RankedModel[]): RankedModel[] {
  return view.models.flatMap(({ id }) => rows.filter(({ model }) => model === id));
}

/** Does the order change when an assumption does? */
export function sensitivityPart(view: View): Html {
  const { say } = view;
  const { sensitivity } = view.findings;
  if (sensitivity === undefined) return nothing;
  const others = sensitivity.scenarios.filter(({ kind }) => kind !== "base");
  const changed = others.filter(({ stands }) => !stands).length;
  return sectionPart(
    { id: "annahmen", title: say.text.assumptionsTitle },
    markup`<p class="kern-body">${say.steadySentence(changed, others.length)}</p>
      ${scenarioTable(view, sensitivity)}${disputedNote(view, others)}${methodNote(say, [sensitivity])}`,
  );
}

/** What “disputed” means, where an assumption leaves such cases out. */
function disputedNote({ say }: View, others: readonly Scenario[]): Html {
  if (!others.some(({ kind }) => kind === "without-disputed")) return nothing;
  return markup`<p class="kern-body kern-body--small kern-body--muted">
    ${say.text.disputedNote}
  </p>`;
}

function scenarioTable(view: View, { scenarios }: Sensitivity): Html {
  const { say } = view;
  return table<Scenario>({
    caption: say.text.assumptionsCaption,
    columns: [
      { title: say.text.assumption, cell: ({ name }) => say.fromAnalysis(name) },
      { title: say.text.ahead, cell: (row) => firstNames(view, row) },
      {
        title: say.text.leadPoints,
        cell: ({ lead }) => (lead === undefined ? say.text.noRank : say.points(lead)),
        numeric: true,
      },
      {
        title: say.text.result,
        cell: ({ stands }) => (stands ? say.text.holds : say.text.changes),
      },
    ],
    rows: scenarios,
  });
}

function firstNames(view: View, { ranking }: Scenario): string {
  const { say } = view;
  const top = ranking[0]?.value;
  return say.listed(
    ranking.filter(({ value }) => value === top).map(({ model }) => view.labels.model(model)),
  );
}
