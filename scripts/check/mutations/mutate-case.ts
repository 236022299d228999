import {
  followedInstruction,
  foreignSentence,
  leakedValues,
  otherChoice,
  switchedLanguage,
} from "./added-passages.ts";
import { changedValues } from "./changed-values.ts";
import { cutText, droppedConditions, removedRemedy } from "./dropped-passages.ts";
import type { Mutant, MutationContext, MutationOperator } from "./mutant.ts";
import { turnedNegations } from "./turned-negations.ts";

const prose: readonly MutationOperator[] = [
  changedValues,
  turnedNegations,
  droppedConditions,
  removedRemedy,
  leakedValues,
  followedInstruction,
  foreignSentence,
  switchedLanguage,
  cutText,
];

/**
 * Spoils the reference of a case in every way there is occasion for. Deterministic. A closed
 * question has only its other options; what is said around a choice does not count there.
 */
export function mutateCase(context: MutationContext): Mutant[] {
  const { graded } = context;
  const operators = graded.expected.choice === undefined ? prose : [otherChoice];
  return operators
    .flatMap((operator) => operator(context))
    .filter(({ answer }) => answer.trim() !== graded.reference.trim());
}
