import type { ModelDescription } from "../../core/model.ts";
import type { CardFact } from "../../core/model-card.ts";
import { detailLabel, parameterLabel, type Labels } from "../labels.ts";
import { decimal, euro } from "../sentences/numbers.ts";
import { descriptions } from "./descriptions.ts";
import { markup, type Html, type Part } from "./escape.ts";

/** What a run knows of a model: how it was reached, which state it was in, and how it was asked. */
export function modelSheet(model: ModelDescription, labels: Labels): Html {
  return markup`<details class="kern-accordion">
    <summary class="kern-accordion__header">
      <span class="kern-title kern-title--small">${labels.model(model.id)}</span>
    </summary>
    <div class="kern-accordion__body">${descriptions(facts(model))}</div>
  </details>`;
}

function facts(model: ModelDescription): (readonly [string, Part])[] {
  const { price } = model;
  const parameters = Object.entries(model.parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${parameterLabel(name)} ${decimal(value)}`],
  );
  return [
    ["Kennung", markup`<code>${model.id}</code>`],
    ["Name", model.name],
    [
      "Stand",
      model.revision === undefined
        ? undefined
        : markup`<code class="hash">${model.revision}</code>`,
    ],
    ["Weg", known(model.way, model.wayVersion)],
    ["Endpunkt", hasAddress(model) ? markup`<code>${model.endpoint}</code>` : undefined],
    ["Ort der Verarbeitung", model.place],
    ["Lizenz", model.license],
    ["Parameter", model.kind === "model" ? parameters.join(", ") : undefined],
    ["Liest vom Fall", model.reads.join(", ")],
    [
      "Preis je Million Token",
      price === undefined
        ? undefined
        : `Eingabe ${euro(price.inputPerMillion)}, Ausgabe ${euro(price.outputPerMillion)}, Stand ${price.asOf}`,
    ],
    [
      "Kontext in Token",
      model.contextTokens === undefined ? undefined : decimal(model.contextTokens),
    ],
    ...(model.card?.facts ?? []).map((fact) => [`${fact.label} (Karte)`, cardFact(fact)] as const),
    ...Object.entries(model.details).map(
      ([name, value]) => [detailLabel(name), markup`<code class="hash">${value}</code>`] as const,
    ),
  ];
}

/** A line of the model's card with where it was read. */
function cardFact({ value, source, asOf }: CardFact): Part {
  if (source === undefined) return value;
  return markup`${value} (<a href="${source}">Quelle</a>, Stand ${asOf ?? "unbekannt"})`;
}

/** Embedded models and baselines are part of the program; they have no address. */
function hasAddress({ endpoint }: ModelDescription): boolean {
  return endpoint !== "unknown" && endpoint !== "embedded";
}

function known(way: string, version: string): string | undefined {
  if (way === "unknown") return undefined;
  return version === "unknown" ? way : `${way} ${version}`;
}
