import type { RankTable } from "../../core/findings-ranks.ts";
import { allSuites } from "../labels.ts";
import { leadSentence } from "../sentences/procurement-sentences.ts";
import {
  noRecommendation,
  recommendedSentence,
  sharedFirstSentence,
  type NoRecommendation,
} from "../sentences/recommendation-sentences.ts";
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

/**
 * Reads the recommendation off the findings: by the requirements where there are any, else by the
 * rank table over all tasks. A first look, a single model or models that cannot be told apart give
 * none.
 */
export function recommended(view: View): Recommended {
  const obstacle = obstacleOf(view);
  if (obstacle !== undefined) return none(view, noRecommendation[obstacle]);
  const { procurement } = view.findings;
  if (procurement !== undefined) {
    const first = procurement.methods.find(({ decisive }) => decisive)?.first ?? [];
    const sentence = leadSentence(procurement, view.labels.model);
    return { sentence, subject: first[0] ?? ahead(view), shared: first.length !== 1 };
  }
  const ranks = mainRanks(view);
  if (ranks === undefined) return none(view, noRecommendation["no-ranking"]);
  const leaders = ranks.models.filter(({ best }) => best === 1);
  const names = leaders.map(({ model }) => view.labels.model(model));
  const [first, ...others] = leaders;
  if (first === undefined || others.length > 0) {
    return { ...none(view, sharedFirstSentence(leaders, names)), shared: true };
  }
  const sentence = recommendedSentence(names[0] ?? "", first.first);
  return { sentence, subject: first.model, model: first.model, shared: false };
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

function none(view: View, sentence: string): Recommended {
  return { sentence, subject: ahead(view), shared: false };
}

function ahead(view: View): string | undefined {
  return measuredModels(view).toSorted((a, b) => b.rate.value - a.rate.value)[0]?.id;
}
