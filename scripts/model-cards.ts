import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { modelCardSchema, unknownFact, type CardFact, type ModelCard } from "../core/model-card.ts";
import type { ModelDescription } from "../core/model.ts";
import { checkLocated } from "../datasets/located-value.ts";
import { readYaml } from "../datasets/read-yaml.ts";
import type { Environment } from "./environment.ts";
import { userFolder } from "./find-config.ts";
import { programFolder } from "./folders.ts";

/** Where the shipped cards lie. */
export const cardsFolder = join(programFolder, "models", "cards");

/**
 * The shipped cards and those of the user's folder (`cards` in `~/.config/amtsprobe`), by title; of two
 * with the same id the user's own wins. Throws a `UserError` with every flaw and its place.
 */
export function loadModelCards(environment: Environment): ModelCard[] {
  const folders = [cardsFolder, join(userFolder(environment), "cards")];
  const cards = folders.flatMap((folder) => cardFiles(folder).map((file) => readCard(file)));
  const byId = new Map(cards.map((card) => [card.id, card]));
  return [...byId.values()].toSorted((a, b) => a.title.localeCompare(b.title, "de"));
}

/** Reads one card. */
export function readCard(file: string): ModelCard {
  return checkLocated(modelCardSchema, readYaml(file));
}

/**
 * A description with what its card says. Facts about the weights belong to the name; operator, place,
 * contract, data classes and price only hold at the card's own addresses. What the configuration says
 * stays. A price in another currency than euro is shown and not reckoned with.
 */
export function withCard(
  description: ModelDescription,
  cards: readonly ModelCard[],
): ModelDescription {
  const card = cards.find((candidate) => isAbout(candidate, description));
  if (card === undefined) return description;
  const isOwnAddress = card.hosts.includes(hostOf(description));
  const { license, contextTokens, price, dataClasses } = card;
  const { value: euro, asOf } = price === unknownFact ? { value: undefined, asOf: "" } : price;
  return {
    ...description,
    card: { id: card.id, facts: factsOf(card, isOwnAddress) },
    ...(description.license === undefined && license !== unknownFact && { license: license.value }),
    ...(description.contextTokens === undefined &&
      contextTokens !== unknownFact && { contextTokens: contextTokens.value }),
    ...(isOwnAddress &&
      description.price === undefined &&
      euro?.currency === "EUR" && { price: { ...euro, currency: "EUR" as const, asOf } }),
    ...(isOwnAddress &&
      description.dataClasses === undefined &&
      dataClasses !== unknownFact && { dataClasses: dataClasses.value }),
  };
}

/** Whether a card speaks of a model, by the name at its endpoint; letter case does not count. */
export function isAbout({ matches }: ModelCard, { kind, name }: ModelDescription): boolean {
  if (kind === "baseline" || name === undefined) return false;
  return matches.some((pattern) => {
    const parts = pattern.split("*").map((part) => RegExp.escape(part));
    return new RegExp(`^${parts.join(".*")}$`, "iu").test(name);
  });
}

function cardFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/u.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

function hostOf({ endpoint }: ModelDescription): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
}

const aboutWeights = {
  provider: "Herausgeber",
  revision: "Stand",
  size: "Größe",
  license: "Lizenz",
  knowledgeCutoff: "Wissensstand",
  languages: "Sprachen",
  considered: "In der Verwaltung",
} as const;
const aboutOffer = {
  operator: "Betreiber",
  place: "Ort der Verarbeitung",
  contract: "Vertragsgrundlage",
  price: "Preis je Million Token",
} as const;

function factsOf(card: ModelCard, isOwnAddress: boolean): CardFact[] {
  const labels = { ...aboutWeights, ...(isOwnAddress && aboutOffer) };
  return Object.entries(labels).map(([key, label]) => {
    const entry = card[key as keyof typeof aboutWeights | keyof typeof aboutOffer];
    if (entry === unknownFact) return { label, value: unknownFact };
    const { value, source, asOf, secondHand } = entry;
    const words = typeof value === "string" ? value : formatPrice(value);
    return { label, value: words, source, asOf, ...(secondHand === "ja" && { secondHand: true }) };
  });
}

/** `0,15 € hin, 0,60 € zurück`. */
export function formatPrice(price: {
  readonly inputPerMillion: number;
  readonly outputPerMillion: number;
  readonly currency: string;
}): string {
  const { currency } = price;
  const money = new Intl.NumberFormat("de-DE", { style: "currency", currency });
  return `${money.format(price.inputPerMillion)} hin, ${money.format(price.outputPerMillion)} zurück`;
}
