import type { ModelDescription } from "../core/model.ts";
import type { Completed } from "../core/outcome.ts";
import type { GradingPlace } from "./grade.ts";
import type { PlannedTrial } from "./planned-trial.ts";

/** Answers that earlier runs paid for, by `callHash`. */
export interface AnswerCache {
  readonly find: (callHash: string) => Completed | undefined;
  readonly keep: (callHash: string, answer: Completed) => void;
}

/** A cache as the trials of one model may use it. */
export interface TrialCache {
  /** The known answer to a trial's call, marked as `cached` and without times. */
  readonly find: (trial: PlannedTrial) => Completed | undefined;
  /** Keeps an answer that was asked for; one that came from the cache stays as old as it is. */
  readonly keep: (trial: PlannedTrial, answer: Completed) => void;
}

/** Classes of data that may lie about outside the run folder. */
const harmless: ReadonlySet<string | undefined> = new Set(["synthetic", "public"]);

/**
 * Decides what is cached (docs/decisions/0006): answers of models at an endpoint, not of embedded ones
 * and baselines; only to cases that hold no internal or personal data, and those without a class not
 * where the model may get personal data; no empty answers.
 */
export function cacheTrials(
  cache: AnswerCache | undefined,
  model: ModelDescription,
  places: ReadonlyMap<string, GradingPlace>,
): TrialCache | undefined {
  if (cache === undefined || model.endpoint === "embedded") return undefined;
  const mayBePersonal = model.dataClasses?.includes("personal") === true;
  const isHarmless = (trial: PlannedTrial) => {
    const place = places.get(trial.suite);
    if (mayBePersonal && place?.suite.unclassed?.has(trial.case) === true) return false;
    return harmless.has(place?.cases.get(trial.case)?.protection);
  };
  return {
    find: (trial) => {
      const known = isHarmless(trial) ? cache.find(trial.callHash) : undefined;
      if (known === undefined) return undefined;
      const { timing: _timing, ...answer } = known;
      return { ...answer, cached: true };
    },
    keep: (trial, answer) => {
      if (answer.cached === true || answer.answer.trim() === "" || !isHarmless(trial)) return;
      cache.keep(trial.callHash, answer);
    },
  };
}
