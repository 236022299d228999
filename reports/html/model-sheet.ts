import type { ModelDescription } from "../../core/model.ts";
import type { CardFact } from "../../core/model-card.ts";
import { dataClassLabel, detailLabel, parameterLabel, type Labels } from "../labels.ts";
import { decimal, euro } from "../sentences/numbers.ts";
import { descriptions } from "./descriptions.ts";
import { markup, type Html, type Part } from "./escape.ts";

/** What a run knows of a model: how it was reached, which state it was in, and how it was asked. */
export function modelSheet(
  model: ModelDescription,
  labels: Labels,
  missing: string = unknown,
): Html {
  return markup`<details class="kern-accordion">
    <summary class="kern-accordion__header">
      <span class="kern-title kern-title--small">${labels.model(model.id)}</span>
    </summary>
    <div class="kern-accordion__body">${descriptions(facts(model, missing))}</div>
  </details>`;
}

/** What nobody told the run. */
const unknown = "unbekannt";

function facts(model: ModelDescription, missing: string): (readonly [string, Part])[] {
  const parameters = Object.entries(model.parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${parameterLabel(name)} ${decimal(value)}`],
  );
  const own = model.kind === "model" ? modelFacts(model, missing) : [];
  return [
    ["Kennung", markup`<code>${model.id}</code>`],
    ...own,
    ["Weg", known(model.way, model.wayVersion) ?? missing],
    ["Parameter", model.kind === "model" ? parameters.join(", ") : undefined],
    ["Liest vom Fall", model.reads.join(", ")],
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

/** What a model's sheet always says, and be it that nobody knows. */
function modelFacts(model: ModelDescription, missing: string): (readonly [string, Part])[] {
  const { name, revision, place, license, price, dataClasses } = model;
  return [
    ["Name", name ?? missing],
    ["Stand", revision === undefined ? missing : markup`<code class="hash">${revision}</code>`],
    ["Endpunkt", endpointOf(model, missing)],
    ["Ort der Verarbeitung", place ?? missing],
    ["Lizenz", license ?? missing],
    [
      "Preis je Million Token",
      price === undefined
        ? missing
        : `Eingabe ${euro(price.inputPerMillion)}, Ausgabe ${euro(price.outputPerMillion)}, Stand ${price.asOf}`,
    ],
    ["Erlaubte Datenklassen", dataClasses?.map(dataClassLabel).join(", ") ?? missing],
  ];
}

function endpointOf({ endpoint }: ModelDescription, missing: string): Part {
  if (endpoint === "embedded") return "eingebettet, ohne Netz";
  return endpoint === "unknown" ? missing : markup`<code>${endpoint}</code>`;
}

/** A line of the model's card with where it was read. */
function cardFact({ value, source, asOf, secondHand }: CardFact): Part {
  if (source === undefined) return value;
  const date = `${asOf ?? "unbekannt"}${secondHand === true ? ", aus zweiter Hand" : ""}`;
  // Only a web address becomes a link, whatever a card or a run folder holds.
  if (!/^https?:\/\//u.test(source)) return `${value} (Quelle: ${source}, Stand ${date})`;
  return markup`${value} (<a href="${source}">Quelle</a>, Stand ${date})`;
}

function known(way: string, version: string): string | undefined {
  if (way === "unknown") return undefined;
  return version === "unknown" ? way : `${way} ${version}`;
}
