import type { View } from "../view.ts";
import { recommended } from "./recommended.ts";
import { trainingPairs, type TrainingPair } from "./training-pairs.ts";

/**
 * The pair of models that page 1 shows: the first that holds the model page 1 speaks of, over all suites
 * where there is one; without such a model the first of all. Absent when the run has no pair.
 */
export function leadingPair(view: View): TrainingPair | undefined {
  const { subject } = recommended(view);
  const pairs = trainingPairs(view);
  return pairs.find(({ small, large }) => small === subject || large === subject) ?? pairs[0];
}
