import { isLeftOpen } from "./left-open.ts";
import type { PreparedAnswer } from "./prepared-answer.ts";
import type { WordRelation } from "./word-relation.ts";

/** A place in the answer where a part of a fact stands. */
export interface Occurrence {
  readonly at: number;
  readonly isDenied: boolean;
  /** Stands in a question, or behind an `ob` that is left open, so that nothing is asserted. */
  readonly isAsked: boolean;
  /** … which only sets a condition for what follows. */
  readonly isCondition: boolean;
  readonly relation: WordRelation | "value";
}

/** The place of an item that is denied or not. */
export function occurrence(
  { content, hasWhether }: PreparedAnswer,
  at: number,
  { relation, isDenied }: Pick<Occurrence, "relation" | "isDenied">,
): Occurrence {
  const item = content.items[at];
  const sentence = content.sentences[item?.sentence ?? 0];
  const start = item?.start ?? 0;
  const isAsked =
    (sentence?.isQuestion === true && start >= sentence.askedFrom) ||
    (hasWhether && isLeftOpen(content, at));
  return { at, isDenied, isAsked, isCondition: sentence?.isCondition === true, relation };
}
