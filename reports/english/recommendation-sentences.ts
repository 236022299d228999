import type { FailureBound } from "../../core/findings-bounds.ts";
import type { RankedModel } from "../../core/findings-ranks.ts";
import type { NoRecommendation } from "../sentences/recommendation-sentences.ts";
import { agree, listed } from "./counted.ts";
import { casesOutOf } from "./measured.ts";
import { percent, sharpPercent } from "./numbers.ts";

/** Why no model can be recommended. */
export const noRecommendation: Readonly<Record<NoRecommendation, string>> = {
  "nothing-measured": "No recommendation is possible because no model was measured.",
  "first-look":
    "No recommendation is possible because the quick run tests only a few cases per task and so carries no decision.",
  "single-model":
    "No recommendation is possible because only one model was tested and there is nothing to compare it with.",
  "nothing-passed": "No recommendation is possible because no model passes a single task.",
  "no-ranking":
    "No recommendation is possible because the models were not compared on the same tasks.",
  verifying:
    "No recommendation, because a verifying test only checks statements and does not change the order.",
};

/** One model is ahead of every other beyond chance. */
export function recommendedSentence(name: string, first: number | undefined): string {
  const sure = first === undefined ? "" : ` It leads in ${percent(first)} of the recalculations.`;
  return `${name} is recommended: its lead over every other tested model is beyond chance.${sure}`;
}

/** Several share the first rank: who is ahead how often, and that this settles nothing. */
export function sharedFirstSentence(
  rows: readonly Pick<RankedModel, "first">[],
  names: readonly string[],
): string {
  const lead = `No single model can be recommended because ${listed(names)} cannot be told apart.`;
  const [ahead] = rows
    .map(({ first }, at) => ({ first: first ?? -1, name: names[at] ?? "" }))
    .toSorted((a, b) => b.first - a.first);
  if (ahead === undefined || ahead.first < 0) return lead;
  return `${lead} In ${percent(ahead.first)} of the recalculations ${ahead.name} leads.`;
}

/** Whether the order hangs on a choice that could have been made otherwise. */
export function steadySentence(changed: number, all: number): string {
  if (all === 0) return "Other assumptions were not tried.";
  if (changed === 0) {
    return agree(
      all,
      "Under the one other assumption that was tried the same model stays ahead.",
      `Under all ${all} other assumptions that were tried the same model stays ahead.`,
    );
  }
  return agree(
    all,
    "Under the one other assumption that was tried another model is ahead.",
    `Under ${changed} of ${all} other assumptions another model is ahead.`,
  );
}

/** What no failure, one or many leave open: the exact bound beside the count. */
export function boundSentence(row: FailureBound, place: string): string {
  const seen = casesOutOf(row.failed, row.n);
  const what = row.scope === "critical" ? "critical cases: " : "";
  if (row.failed === row.n) return `${place}: ${what}failed in ${seen}.`;
  return `${place}: ${what}failed in ${seen}; with 95% confidence it is at most ${sharpPercent(row.upper)}.`;
}

/** `…. Condition: ….` */
export function withCondition(risk: string, condition: string): string {
  return `${risk.replace(/\.$/u, "")}. Condition: ${condition}.`;
}
