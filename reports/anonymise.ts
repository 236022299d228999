import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import type { ModelDescription } from "../core/model.ts";
import { maskKnownNames, maskTestedNames, type MaskNames } from "./anonymise/mask-names.ts";

/** Who is behind an offer; never part of a report. */
export interface OfferKey {
  readonly offer: string;
  readonly id: string;
  readonly name?: string | undefined;
}

interface Anonymised {
  readonly findings: Findings;
  readonly cards: Card[];
  readonly key: OfferKey[];
}

/**
 * Takes from findings and cards what tells a model: names and ids become „Angebot 1“ to „Angebot n“
 * in the order of every table; way, address, revision, licence, place, price and details of the
 * models go, and so do the cost of the run and the hashes behind the anchors. Where an answer names a
 * model or a provider, the name is blackened character by character, so that marked passages stay
 * where they are. Baselines keep their names. Texts of the cases are not changed.
 */
export function anonymise(findings: Findings, cards: readonly Card[]): Anonymised {
  const models = findings.models.filter(({ kind }) => kind === "model");
  const offers = new Map(models.map(({ id }, at) => [id, `angebot-${at + 1}`]));
  const anchors = new Map(
    findings.failures.map(({ anchor }, at) => [anchor, `fall-${String(at + 1).padStart(5, "0")}`]),
  );
  const maskTested = maskTestedNames(models);
  const books = { offers, anchors, mask: maskKnownNames(models), maskTested };
  const renamed = rename(findings, (text, key) => {
    if (anchorKeys.has(key)) return placeOf(text, anchors).anchor;
    if (answerKeys.has(key)) return books.mask(text);
    return offers.get(text) ?? maskTested(text);
  });
  const { costEuro: _, ...run } = renamed.run;
  return {
    findings: {
      ...renamed,
      run,
      models: findings.models.map((model) => describe(model, offers.get(model.id))),
      failures: renamed.failures.map((row) => ({ ...row, trialId: row.anchor })),
    },
    cards: cards.map((card) => anonymiseCard(card, books)),
    key: models.map(({ id, name }, at) => ({
      offer: `Angebot ${at + 1}`,
      id,
      ...(name !== undefined && { name }),
    })),
  };
}

/** Failures are named under these keys, in procurement and training need as well. */
const anchorKeys = new Set(["anchor", "anchors", "trialId"]);

/** Under these keys the findings quote an answer: examples, and why a failure is one. */
const answerKeys = new Set(["excerpt", "reason"]);

/** Gives every text through the whole value, with the key it stands under, its new wording. */
function rename<Value>(value: Value, wording: (text: string, key: string) => string): Value {
  const walk = (part: unknown, key: string): unknown => {
    if (typeof part === "string") return wording(part, key);
    if (Array.isArray(part)) return part.map((inner) => walk(inner, key));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [name, walk(inner, name)]),
    );
  };
  return walk(value, "") as Value;
}

function describe(model: ModelDescription, offer: string | undefined): ModelDescription {
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

interface Books {
  readonly offers: ReadonlyMap<string, string>;
  readonly anchors: ReadonlyMap<string, string>;
  /** For texts of models. */
  readonly mask: MaskNames;
  /** For names that the findings have too, so that both still fit together. */
  readonly maskTested: MaskNames;
}

function anonymiseCard(card: Card, { offers, anchors, mask, maskTested }: Books): Card {
  return {
    ...card,
    ...placeOf(card.anchor, anchors),
    model: offers.get(card.model) ?? card.model,
    suite: maskTested(card.suite),
    case: maskTested(card.case),
    variant: maskTested(card.variant),
    answer: mask(card.answer),
    reasons: card.reasons.map(({ grader, reason }) => ({ grader, reason: mask(reason) })),
    evidence: card.evidence.map((span) => ({ ...span, quote: mask(span.quote) })),
    others: card.others.map(({ anchor, ...other }) => ({
      ...other,
      model: offers.get(other.model) ?? other.model,
      variant: maskTested(other.variant),
      excerpt: mask(other.excerpt),
      ...(anchor !== undefined && { anchor: anchors.get(anchor) ?? anchor }),
    })),
  };
}

/** The hash behind an anchor could be computed again from a guess at the model. */
function placeOf(anchor: string, anchors: ReadonlyMap<string, string>) {
  const place = anchors.get(anchor) ?? "fall-unbekannt";
  return { anchor: place, trialId: place };
}
