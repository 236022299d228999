import type { ModelDescription } from "../../core/model.ts";
import type { CardFact } from "../../core/model-card.ts";
import { fill } from "../fill.ts";
import type { Say } from "../say.ts";
import type { View } from "../view.ts";
import { descriptions } from "./descriptions.ts";
import { markup, type Html, type Part } from "./escape.ts";

/** What a run knows of a model: how it was reached, which state it was in, and how it was asked. */
export function modelSheet(view: View, model: ModelDescription): Html {
  const { labels, say, anonymous } = view;
  const missing = anonymous ? say.text.notShown : say.text.unknown;
  const { name } = model;
  const shown =
    anonymous && name !== undefined ? { ...model, name: labels.model(model.id) } : model;
  return markup`<details class="kern-accordion">
    <summary class="kern-accordion__header">
      <span class="kern-title kern-title--small">${labels.model(model.id)}</span>
    </summary>
    <div class="kern-accordion__body">${descriptions(facts(say, shown, missing))}</div>
  </details>`;
}

type Fact = readonly [Part, Part];

/** @param missing what stands for something nobody told the run */
function facts(say: Say, model: ModelDescription, missing: string): Fact[] {
  const { text } = say;
  const parameters = Object.entries(model.parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${say.parameterLabel(name)} ${say.decimal(value)}`],
  );
  const own = model.kind === "model" ? modelFacts(say, model, missing) : [];
  return [
    [text.id, markup`<code>${model.id}</code>`],
    ...own,
    [text.way, wayOf(model) ?? missing],
    [text.parameters, model.kind === "model" ? parameters.join(", ") : undefined],
    [text.readsOfCase, model.reads.join(", ")],
    [
      text.contextTokens,
      model.contextTokens === undefined ? undefined : say.decimal(model.contextTokens),
    ],
    ...(model.card?.facts ?? []).map((fact): Fact => [
      markup`${say.cardLabel(fact.label)} ${text.ofCard}`,
      cardFact(say, fact),
    ]),
    ...Object.entries(model.details).map(([name, value]): Fact => [
      say.detailLabel(name),
      markup`<code class="hash">${say.analysisText(value)}</code>`,
    ]),
  ];
}

/** What a model's sheet always says, and be it that nobody knows. */
function modelFacts(say: Say, model: ModelDescription, missing: string): Fact[] {
  const { text } = say;
  const { name, revision, place, license, price, dataClasses } = model;
  const isHidden = missing !== text.unknown;
  return [
    [text.name, name ?? missing],
    [
      text.revision,
      revision === undefined ? missing : markup`<code class="hash">${revision}</code>`,
    ],
    [text.endpoint, endpointOf(say, model, missing)],
    [text.placeOfProcessing, place === undefined ? missing : say.fromAnalysis(place)],
    [text.licence, license ?? missing],
    [
      text.pricePerMillion,
      price === undefined ? noPrice(say, model, missing) : priceLine(say, price),
    ],
    [
      text.allowedClasses,
      dataClasses?.map(say.dataClassLabel).join(", ") ?? (isHidden ? missing : text.notEntered),
    ],
  ];
}

/** Nobody is paid for what runs inside this program. */
function noPrice({ text }: Say, { endpoint }: ModelDescription, missing: string): string {
  return endpoint === "embedded" ? text.noPrice : missing;
}

function priceLine(say: Say, price: NonNullable<ModelDescription["price"]>): string {
  const { inputPerMillion, outputPerMillion, asOf } = price;
  return fill(say.text.priceLine, say.euro(inputPerMillion), say.euro(outputPerMillion), asOf);
}

function endpointOf({ text }: Say, { endpoint }: ModelDescription, missing: string): Part {
  if (endpoint === "embedded") return text.embedded;
  return endpoint === "unknown" ? missing : markup`<code>${endpoint}</code>`;
}

/** A line of the model's card with where it was read. */
function cardFact(say: Say, { value, source, asOf, secondHand }: CardFact): Part {
  const shown = say.quoted(value);
  if (source === undefined) return shown;
  const { text } = say;
  const day = `${asOf ?? text.unknown}${secondHand === true ? text.secondHand : ""}`;
  // Only a web address becomes a link, whatever a card or a run folder holds.
  if (!/^https?:\/\//u.test(source)) {
    return markup`${shown} (${fill(text.sourceAsOf, source, day)})`;
  }
  return markup`${shown} (<a href="${source}">${text.evidenceSource}</a>, ${fill(text.asOfDay, day)})`;
}

function wayOf({ way, wayVersion }: ModelDescription): string | undefined {
  if (way === "unknown") return undefined;
  return wayVersion === "unknown" ? way : `${way} ${wayVersion}`;
}
