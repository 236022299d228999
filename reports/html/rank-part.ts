import type { RankedModel, RankTable } from "../../core/findings-ranks.ts";
import type { Scenario, Sensitivity } from "../../core/findings-sensitivity.ts";
import { shareBars } from "../charts/share-bars.ts";
import { agree, counted, listed } from "../sentences/counted.ts";
import { sampleSize } from "../sentences/measured.ts";
import { decimal, percent, percentRange, points } from "../sentences/numbers.ts";
import { steadySentence } from "../sentences/recommendation-sentences.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { mainRanks } from "./recommended.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";

/** Ranks that the data allow; what cannot be told apart shares them. */
export function rankPart(view: View): Html {
  const ranks = mainRanks(view);
  if (ranks === undefined) return nothing;
  const { labels } = view;
  const certain = ranks.models.filter(({ best, worst }) => best === worst).length;
  const sentence =
    certain === ranks.models.length
      ? "Jeder Platz ist gesichert."
      : `Bei ${counted(ranks.models.length, "model", "dative")} ${agree(certain, "ist", "sind")} ${decimal(certain)} ${agree(certain, "Platz", "Plätze")} gesichert; wer sich nicht unterscheiden lässt, teilt sich Plätze.`;
  return sectionPart(
    { id: "raenge", title: "Rangfolge und wie sicher sie ist" },
    markup`<p class="kern-body">${sentence}</p>
      ${firstChart(view, ranks)}
      ${table<RankedModel>({
        caption: `Rangfolge: ${labels.suite(ranks.suite)}, Prompt „${labels.variant(ranks.variant)}“`,
        columns: [
          { title: "Modell", cell: ({ model }) => labels.model(model) },
          { title: "mögliche Plätze", cell: placesText, numeric: true },
          {
            title: "bestanden",
            cell: (row) =>
              `${percent(row.value)} (${percentRange(row.low, row.high)}), ${sampleSize(row.n)}`,
            numeric: true,
          },
          {
            title: "vorn in … der Nachberechnungen",
            cell: ({ first }) => (first === undefined ? "nicht berechnet" : percent(first)),
            numeric: true,
          },
        ],
        rows: inOrder(view, ranks.models),
      })}${methodNote([ranks])}`,
  );
}

/** `1`, `1–2`: models that cannot be told apart share them. */
export function placesText({ best, worst }: Pick<RankedModel, "best" | "worst">): string {
  return best === worst ? decimal(best) : `${decimal(best)}–${decimal(worst)}`;
}

function firstChart(view: View, ranks: RankTable): Html {
  const bars = inOrder(view, ranks.models).flatMap(({ model, first }) =>
    first === undefined
      ? []
      : [{ label: view.labels.model(model), value: first, text: percent(first) }],
  );
  if (bars.length === 0) return nothing;
  return markup`<figure class="figure">
    <figcaption class="kern-title kern-title--small">
      Wie oft ein Modell in den Nachberechnungen vorn liegt (${counted(ranks.common, "case")})
    </figcaption>
    ${shareBars([{ bars }])}
  </figure>`;
}

function inOrder(view: View, rows: readonly RankedModel[]): RankedModel[] {
  return view.models.flatMap(({ id }) => rows.filter(({ model }) => model === id));
}

/** Does the order change when an assumption does? */
export function sensitivityPart(view: View): Html {
  const { sensitivity } = view.findings;
  if (sensitivity === undefined) return nothing;
  const others = sensitivity.scenarios.filter(({ kind }) => kind !== "base");
  const changed = others.filter(({ stands }) => !stands).length;
  return sectionPart(
    { id: "annahmen", title: "Bleibt die Reihenfolge bei anderen Annahmen?" },
    markup`<p class="kern-body">${steadySentence(changed, others.length)}</p>
      ${scenarioTable(view, sensitivity)}${methodNote([sensitivity])}`,
  );
}

function scenarioTable(view: View, { scenarios }: Sensitivity): Html {
  return table<Scenario>({
    caption: "Was bei anderen Annahmen vorn liegt",
    columns: [
      { title: "Annahme", cell: ({ name }) => name },
      { title: "vorn", cell: (row) => firstNames(view, row) },
      {
        title: "Vorsprung in Prozentpunkten",
        cell: ({ lead }) => (lead === undefined ? "keiner" : points(lead)),
        numeric: true,
      },
      { title: "Ergebnis", cell: ({ stands }) => (stands ? "bleibt" : "ändert sich") },
    ],
    rows: scenarios,
  });
}

function firstNames(view: View, { ranking }: Scenario): string {
  const top = ranking[0]?.value;
  return listed(
    ranking.filter(({ value }) => value === top).map(({ model }) => view.labels.model(model)),
  );
}
