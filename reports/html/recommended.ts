import type { Procurement } from "../../core/findings-procurement.ts";
import type { RankedModel, RankTable } from "../../core/findings-ranks.ts";
import { allSuites } from "../labels.ts";
import { type NoRecommendation } from "../sentences/recommendation-sentences.ts";
import type { View } from "../view.ts";
import { measuredModels } from "./measured-models.ts";

/** What the findings allow to be said about the choice of a model. */
export interface Recommended {
  /** The recommendation with its certainty, or why there is none. */
  readonly sentence: string;
  /** The model whose risks page 1 names: the recommended one, else the one ahead. */
  readonly subject: string | undefined;
  /** Only where the order is certain. */
  readonly model?: string;
  readonly shared: boolean;
}

/** The same before it is put into words. */
export type Decision = { readonly subject: string | undefined } & (
  | { readonly kind: "none"; readonly reason: NoRecommendation }
  | { readonly kind: "procurement"; readonly found: Procurement; readonly first: readonly string[] }
  | { readonly kind: "shared"; readonly leaders: readonly RankedModel[] }
  | { readonly kind: "model"; readonly leader: RankedModel }
);

/**
 * Reads the decision off the findings: by the requirements where there are any, else by the rank
 * table over all tasks. A first look, a single model or models that cannot be told apart give none.
 */
export function decisionOf(view: View): Decision {
  const reason = obstacleOf(view);
  if (reason !== undefined) return { kind: "none", reason, subject: ahead(view) };
  const { procurement: found } = view.findings;
  if (found !== undefined) {
    const first = found.methods.find(({ decisive }) => decisive)?.first ?? [];
    return { kind: "procurement", found, first, subject: first[0] ?? ahead(view) };
  }
  const ranks = mainRanks(view);
  if (ranks === undefined) return { kind: "none", reason: "no-ranking", subject: ahead(view) };
  const leaders = ranks.models.filter(({ best }) => best === 1);
  const [leader, ...others] = leaders;
  return leader === undefined || others.length > 0
    ? { kind: "shared", leaders, subject: ahead(view) }
    : { kind: "model", leader, subject: leader.model };
}

/** The decision in a German sentence. */
export function recommended(view: View): Recommended {
  const { say } = view;
  const decision = decisionOf(view);
  const { subject, kind } = decision;
  const name = view.labels.model;
  if (kind === "none") {
    return { sentence: say.noRecommendation[decision.reason], subject, shared: false };
  }
  if (kind === "procurement") {
    const sentence = say.leadSentence(decision.found, name);
    return { sentence, subject, shared: decision.first.length !== 1 };
  }
  if (kind === "shared") {
    const names = decision.leaders.map(({ model }) => name(model));
    return { sentence: say.sharedFirstSentence(decision.leaders, names), subject, shared: true };
  }
  const { model, first } = decision.leader;
  return { sentence: say.recommendedSentence(name(model), first), subject, model, shared: false };
}

/** The rank table page 1 and chapter 2 rest on: all tasks, or the only one. */
export function mainRanks(view: View): RankTable | undefined {
  const own = view.findings.ranks.filter(
    ({ variant, input }) => variant === view.mainVariant && input === "raw",
  );
  const single = view.findings.suites.length === 1 ? own[0] : undefined;
  return own.find(({ suite }) => suite === allSuites) ?? single;
}

function obstacleOf(view: View): NoRecommendation | undefined {
  const { findings } = view;
  if (measuredModels(view).length === 0) return "nothing-measured";
  if (findings.run.profile === "quick") return "first-look";
  if (view.models.length === 1) return "single-model";
  if (findings.procurement?.role === "verifizierend") return "verifying";
  const ids = new Set(view.models.map(({ id }) => id));
  const passed = findings.suiteResults.some(
    ({ model, variant, passes, reliable }) =>
      ids.has(model) && variant === view.mainVariant && passes && reliable,
  );
  return passed || findings.procurement !== undefined ? undefined : "nothing-passed";
}

function ahead(view: View): string | undefined {
  return measuredModels(view).toSorted((a, b) => b.rate.value - a.rate.value)[0]?.id;
}
