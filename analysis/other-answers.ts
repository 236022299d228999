import { longestExcerpt, mostOthers, type OtherAnswer } from "../core/card.ts";
import type { ModelDescription } from "../core/model.ts";
import { noVariant } from "../core/suite.ts";
import { answerLength } from "./answer-length.ts";
import { compareTexts } from "./compare-texts.ts";
import { beginningOf } from "./excerpt.ts";
import type { JudgedTrial } from "./read-verdicts.ts";

/** Gives the answers that stand beside a failed one on its card. */
export type OtherAnswers = (trial: JudgedTrial) => OtherAnswer[];

/**
 * Answers of models (never of baselines) to the same input of the same case, at most three a card:
 * one of the same model under another prompt, then those of other models under the same prompt, then
 * the rest. Among equals a passed answer goes first, then the order of the models. Of several
 * attempts the first counts.
 */
export function findOtherAnswers(
  trials: readonly JudgedTrial[],
  models: readonly ModelDescription[],
  anchors: ReadonlyMap<string, string>,
): OtherAnswers {
  const places = new Map(models.map(({ id }, place) => [id, place]));
  const asked = trials.filter(
    ({ outcome, variant, attempt }) =>
      outcome.status === "completed" && variant !== noVariant && attempt === 1,
  );
  const byInput = Map.groupBy(asked, inputKey);
  return (trial) => {
    const candidates = (byInput.get(inputKey(trial)) ?? [])
      .filter(({ model, variant }) => model !== trial.model || variant !== trial.variant)
      .toSorted((a, b) => rank(a) - rank(b) || order(a, b));
    const own = candidates.find(({ model }) => model === trial.model);
    const same = candidates.filter(
      ({ model, variant }) => model !== trial.model && variant === trial.variant,
    );
    const chosen = new Set([...(own === undefined ? [] : [own]), ...same, ...candidates]);
    return [...chosen].slice(0, mostOthers).map((other) => describe(other, anchors));
  };

  function order(a: JudgedTrial, b: JudgedTrial): number {
    return (
      (places.get(a.model) ?? 0) - (places.get(b.model) ?? 0) || compareTexts(a.variant, b.variant)
    );
  }
}

function inputKey({ suite, case: id, input }: JudgedTrial): string {
  return JSON.stringify([suite, id, input]);
}

function rank({ verdict }: JudgedTrial): number {
  return ["passed", "failed", "not-measured"].indexOf(verdict.status);
}

function describe(trial: JudgedTrial, anchors: ReadonlyMap<string, string>): OtherAnswer {
  const { model, variant, attempt, verdict, outcome } = trial;
  const answer = outcome.status === "completed" ? outcome.answer : "";
  const anchor = anchors.get(trial.trialId);
  return {
    model,
    variant,
    attempt,
    verdict: verdict.status,
    ...(verdict.status === "failed" && { class: verdict.class }),
    ...(anchor !== undefined && { anchor }),
    excerpt: beginningOf(answer, longestExcerpt),
    length: answerLength(outcome),
  };
}
