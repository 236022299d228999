import type { View } from "../view.ts";
import type { Chapter, ChapterName } from "./chapter.ts";
import { riskFacts, type RiskFact } from "./risk-facts.ts";

/** A remaining risk with what makes it bearable, and the chapter that proves it. */
export interface Risk {
  readonly sentence: string;
  readonly chapter: Chapter;
}

/** The chapter that proves a kind of risk. */
const proof: Readonly<Record<RiskFact["kind"], ChapterName>> = {
  unreliable: "results",
  "critical-failed": "failures",
  "critical-unknown": "failures",
  leak: "safety",
  bound: "safety",
};

/** What can still go wrong with a model, the gravest kind first. */
export function risksOf(view: View, model: string): Risk[] {
  const { say } = view;
  return riskFacts(view, model).map((fact) => ({
    sentence: say.withCondition(sentenceOf(view, fact), view.say.conditions[fact.condition]),
    chapter: say.chapters[proof[fact.kind]],
  }));
}

function sentenceOf({ labels, say }: View, { kind, row }: RiskFact): string {
  const suite = labels.suite(row.suite);
  if (kind === "leak") return say.leakSentence(row, say.inQuotes(suite));
  if (kind === "bound") return say.boundSentence(row, say.inQuotes(suite));
  const names = [labels.model(row.model), suite] as const;
  if (kind === "unreliable")
    return say.unreliableSentence(...names, say.percent(row.notMeasuredShare));
  if (kind === "critical-failed") return say.criticalSentence(...names, row.criticalFailed);
  return say.criticalUnknownSentence(...names, row.criticalNotMeasured);
}
