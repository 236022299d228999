import type { ModelDescription } from "../core/model.ts";
import type { RunComparison } from "../core/run-comparison.ts";
import { maskKnownNames, maskTestedNames } from "./anonymise/mask-names.ts";
import { describeOffer, offerKey, offersOf, type OfferKey } from "./anonymise/offers.ts";
import { reword } from "./anonymise/reword.ts";

/**
 * Takes from comparisons of runs what tells a model, as in an anonymised report: „Angebot 1“ to
 * „Angebot n“, the same in every comparison, numbered by the first place in their order. Names of
 * models and providers in answers and reasons are blackened. The numbers are those of this comparison;
 * an anonymised report of one run numbers its own.
 */
export function anonymiseComparisons(comparisons: readonly RunComparison[]): {
  readonly comparisons: RunComparison[];
  readonly key: OfferKey[];
} {
  const models = differentModels(comparisons);
  const offers = offersOf(models);
  const maskAnswer = maskKnownNames(models);
  const maskTested = maskTestedNames(models);
  const wording = (text: string, key: string): string =>
    answerKeys.has(key) ? maskAnswer(text) : (offers.get(text) ?? maskTested(text));
  return {
    comparisons: comparisons.map((one) => {
      // Texts of the cases are the same for everybody.
      const { models: own, worse, better, ...rest } = one;
      const answers = (rows: RunComparison["worse"]): RunComparison["worse"] =>
        rows.map(({ question, ...row }) => ({
          ...reword(row, wording),
          ...(question !== undefined && { question }),
        }));
      return {
        ...reword(rest, wording),
        models: own.map((model) => describeOffer(model, offers.get(model.id))),
        worse: answers(worse),
        better: answers(better),
      };
    }),
    key: offerKey(models),
  };
}

/** What a model wrote, or a grader quotes of it. */
const answerKeys = new Set(["excerpt", "reasons", "quote"]);

function differentModels(comparisons: readonly RunComparison[]): ModelDescription[] {
  const all = comparisons.flatMap(({ models }) => models).filter(({ kind }) => kind === "model");
  return [...new Map(all.toReversed().map((model) => [model.id, model])).values()].toReversed();
}
