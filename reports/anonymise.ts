import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { describeOffer, offerKey, offersOf, type OfferKey } from "./anonymise/offers.ts";
import { reword } from "./anonymise/reword.ts";
import { maskKnownNames, maskTestedNames, type MaskNames } from "./anonymise/mask-names.ts";

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
  const offers = offersOf(models);
  const anchors = new Map(
    findings.failures.map(({ anchor }, at) => [anchor, `fall-${String(at + 1).padStart(5, "0")}`]),
  );
  const maskTested = maskTestedNames(models);
  const books = { offers, anchors, mask: maskKnownNames(models), maskTested };
  const renamed = reword(findings, (text, key) => {
    if (anchorKeys.has(key)) return placeOf(text, anchors).anchor;
    if (key === "question") return text;
    if (answerKeys.has(key)) return books.mask(text);
    return offers.get(text) ?? maskTested(text);
  });
  const { costEuro: _, ...run } = renamed.run;
  return {
    findings: {
      ...renamed,
      run,
      models: findings.models.map((model) => describeOffer(model, offers.get(model.id))),
      failures: renamed.failures.map((row) => ({ ...row, trialId: row.anchor })),
    },
    cards: cards.map((card) => anonymiseCard(card, books)),
    key: offerKey(models),
  };
}

/** Failures are named under these keys, in procurement and training need as well. */
const anchorKeys = new Set(["anchor", "anchors", "trialId"]);

/** Under these keys the findings quote an answer: examples, and why a failure is one. */
const answerKeys = new Set(["excerpt", "reason"]);

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
