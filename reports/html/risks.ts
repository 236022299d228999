import words from "../words/risks.json" with { type: "json" };
import { leakSentence } from "../sentences/hygiene-sentences.ts";
import { percent } from "../sentences/numbers.ts";
import { boundSentence, withCondition } from "../sentences/recommendation-sentences.ts";
import {
  criticalSentence,
  criticalUnknownSentence,
  unreliableSentence,
} from "../sentences/run-sentences.ts";
import type { View } from "../view.ts";
import { chapters, type Chapter } from "./chapter.ts";
import { riskFacts, type RiskFact } from "./risk-facts.ts";

/** A remaining risk with what makes it bearable, and the chapter that proves it. */
export interface Risk {
  readonly sentence: string;
  readonly chapter: Chapter;
}

/** The chapter that proves a kind of risk. */
const proof: Readonly<Record<RiskFact["kind"], Chapter>> = {
  unreliable: chapters.results,
  "critical-failed": chapters.failures,
  "critical-unknown": chapters.failures,
  leak: chapters.safety,
  bound: chapters.safety,
};

/** What can still go wrong with a model, the gravest kind first. */
export function risksOf(view: View, model: string): Risk[] {
  return riskFacts(view, model).map((fact) => ({
    sentence: withCondition(sentenceOf(view, fact), words[fact.condition]),
    chapter: proof[fact.kind],
  }));
}

function sentenceOf({ labels }: View, { kind, row }: RiskFact): string {
  const suite = labels.suite(row.suite);
  if (kind === "leak") return leakSentence(row, `„${suite}“`);
  if (kind === "bound") return boundSentence(row, `„${suite}“`);
  const names = [labels.model(row.model), suite] as const;
  if (kind === "unreliable") return unreliableSentence(...names, percent(row.notMeasuredShare));
  if (kind === "critical-failed") return criticalSentence(...names, row.criticalFailed);
  return criticalUnknownSentence(...names, row.criticalNotMeasured);
}
