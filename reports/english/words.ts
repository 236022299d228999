import type { DataClass } from "../../core/data-class.ts";
import type { InputKind } from "../../core/case.ts";
import type { FailureClass } from "../../core/failure-class.ts";
import type { Gain } from "../../core/findings.ts";
import type { Item } from "../../core/findings-items.ts";
import type {
  Cost,
  MethodResult,
  OfferResult,
  Procurement,
} from "../../core/findings-procurement.ts";
import type { Competence, Need } from "../../core/findings-training-need.ts";
import type { Condition } from "../html/risk-facts.ts";
import type { NoRecommendation } from "../sentences/recommendation-sentences.ts";
import { labelsFor, type Labels, type Named } from "../labels.ts";
import type { View } from "../view.ts";
import json from "./words.json" with { type: "json" };

/** What English has a word or a sentence for: a missing one is an error of types. */
interface EnglishWords {
  readonly variants: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<InputKind, string>>;
  readonly baselines: Readonly<Record<string, string>>;
  readonly failureClasses: Readonly<
    Record<FailureClass, { readonly title: string; readonly meaning: string }>
  >;
  readonly competences: Readonly<Record<Competence, string>>;
  readonly levels: Readonly<Record<Need["level"], string>>;
  readonly noRecommendation: Readonly<Record<NoRecommendation, string>>;
  readonly conditions: Readonly<Record<Condition, string>>;
  readonly roles: Readonly<Record<Procurement["role"], string>>;
  readonly offerStatus: Readonly<Record<OfferResult["status"], string>>;
  readonly dataClasses: Readonly<Record<DataClass, string>>;
  readonly gains: Readonly<Record<Gain["kind"], string>>;
  readonly methods: Readonly<Record<MethodResult["method"], string>>;
  readonly costKinds: Readonly<Record<Cost["kind"], string>>;
  readonly itemFlags: Readonly<Record<NonNullable<Item["flag"]>, string>>;
}

export const words: EnglishWords = json;

/** The name of a model; baselines and anonymised offers have English ones. */
export function modelName(
  { labels, anonymous }: Pick<View, "labels" | "anonymous">,
  id: string,
): string {
  const baseline = lookUp(words.baselines, id);
  if (baseline !== undefined) return baseline;
  const name = labels.model(id);
  return anonymous ? name.replace(/^Angebot (?=\d+$)/u, "Offer ") : name;
}

/** English names for everything in the findings; titles of tasks are German. */
export function englishLabels(findings: Named, anonymous: boolean): Labels {
  const labels = labelsFor(findings);
  return {
    model: (id) => modelName({ labels, anonymous }, id),
    suite: labels.suite,
    variant: variantName,
    input: (kind) => words.inputs[kind],
  };
}

/** A variant that somebody added keeps its name. */
export function variantName(name: string): string {
  return lookUp(words.variants, name) ?? name;
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
