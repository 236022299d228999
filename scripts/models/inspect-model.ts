import type { Model, ModelConfig, ModelDescription } from "../../core/model.ts";
import { UserError } from "../../core/user-error.ts";
import type { ModelContext } from "../../models/model-context.ts";
import { keyVariable } from "../../models/providers.ts";
import { openModel } from "../../models/registry.ts";
import type { ModelCard } from "../../core/model-card.ts";
import { formatPrice, withCard } from "../model-cards.ts";
import type { ListedModel } from "./listed-model.ts";

/** What is needed to look at models. */
export interface Inspection {
  readonly context: ModelContext;
  readonly cards: readonly ModelCard[];
}

/**
 * Opens a model, looks whether its endpoint is there, and closes it again. Embedded weights are neither
 * fetched nor loaded, and nobody is asked a question.
 */
export async function inspectModel(
  config: ModelConfig,
  group: ListedModel["group"],
  { context, cards }: Inspection,
): Promise<ListedModel> {
  const head = { id: config.id, group, config, ...keyOf(config, context) };
  let model: Model;
  try {
    model = await openModel(config, context);
  } catch (cause) {
    return {
      ...head,
      place: "unbekannt",
      price: priceOf(config),
      remarks: [],
      obstacle: say(cause),
    };
  }
  const description = withCard(model.description, cards);
  const remarks: string[] = [];
  const obstacle = await tryPrepare(model, (message) => remarks.push(message));
  return { ...head, ...factsOf(description), remarks, obstacle };
}

/** The facts of a description that the overview shows. */
export function factsOf(
  description: ModelDescription,
): Pick<ListedModel, "place" | "price" | "contextTokens" | "card"> {
  const { place, contextTokens, card } = description;
  return {
    place: place ?? "unbekannt",
    price: isFree(description) ? "–" : priceText(description),
    contextTokens,
    card: card?.id,
  };
}

/** An error of a person, as one German text; the advice to look at `npm run models` is followed here. */
export function say(cause: unknown): string {
  if (cause instanceof UserError && cause.code === "endpoint-unreachable") return cause.message;
  if (cause instanceof UserError) return `${cause.message} ${cause.nextStep}`;
  return cause instanceof Error ? cause.message : String(cause);
}

async function tryPrepare(
  model: Model,
  report: (message: string) => void,
): Promise<string | undefined> {
  const { way } = model.description;
  try {
    // Embedded weights would be fetched and loaded, promptfoo started.
    if (!["llama", "promptfoo", "baseline", "manual"].includes(way)) await model.prepare(report);
    return undefined;
  } catch (cause) {
    return say(cause);
  } finally {
    await model.close();
  }
}

function isFree({ way }: ModelDescription): boolean {
  return ["llama", "baseline", "replay"].includes(way);
}

function priceText({ price, card }: ModelDescription): string {
  if (price !== undefined) return `${formatPrice(price)} je Mio. Token (Stand ${price.asOf})`;
  const shown = card?.facts.find(({ label }) => label.startsWith("Preis"));
  if (shown?.asOf === undefined) return "unbekannt";
  return `${shown.value} je Mio. Token (Stand ${shown.asOf})`;
}

function priceOf({ price }: ModelConfig): string {
  return price === undefined ? "unbekannt" : formatPrice(price);
}

function keyOf(
  config: ModelConfig,
  { environment }: ModelContext,
): Pick<ListedModel, "key" | "keyVariable"> {
  const variable = keyVariable(config);
  if (variable === undefined) return { key: "keiner nötig" };
  const isSet = (environment[variable] ?? "").trim() !== "";
  return { key: isSet ? "gesetzt" : "fehlt", keyVariable: variable };
}
