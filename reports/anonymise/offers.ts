import type { ModelDescription } from "../../core/model.ts";

/** Who is behind an offer; never part of a report. */
export interface OfferKey {
  readonly offer: string;
  readonly id: string;
  readonly name?: string | undefined;
}

/** The new id of each model, numbered in the order they are given. */
export function offersOf(models: readonly ModelDescription[]): Map<string, string> {
  return new Map(models.map(({ id }, at) => [id, `angebot-${at + 1}`]));
}

/** The models behind the offers, for whoever may know. */
export function offerKey(models: readonly ModelDescription[]): OfferKey[] {
  return models.map(({ id, name }, at) => ({
    offer: `Angebot ${at + 1}`,
    id,
    ...(name !== undefined && { name }),
  }));
}

/** A model with its offer's name and nothing that tells it; without an offer as it is. */
export function describeOffer(
  model: ModelDescription,
  offer: string | undefined,
): ModelDescription {
  if (offer === undefined) return model;
  const { kind, parameters } = model;
  return {
    id: offer,
    kind,
    way: "unknown",
    wayVersion: "unknown",
    endpoint: "unknown",
    name: offer.replace("angebot-", "Angebot "),
    details: {},
    reads: [],
    parameters,
    limits: {},
  };
}
