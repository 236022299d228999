import type { Exercise } from "./exercise.ts";
import type { Judges, Place } from "./material.ts";
import { cleanText } from "./text/clean-text.ts";
import { leftNumbers } from "./text/left-numbers.ts";

/** A statement about an exercise that graders can check. */
export type Proof =
  | { readonly kind: "answer"; readonly text: string; readonly holds: boolean }
  | {
      readonly kind: "grader";
      readonly grader: string;
      readonly text: string;
      readonly holds: boolean;
    }
  | { readonly kind: "fact"; readonly fact: string; readonly text: string; readonly holds: boolean }
  /** Has to go before a text is typed into a model: the pseudonymised text has it no more. */
  | { readonly kind: "removed"; readonly text: string; readonly holds: boolean }
  | { readonly kind: "prompt"; readonly text: string; readonly holds: boolean }
  | {
      readonly kind: "unlike";
      readonly part: string;
      readonly texts: readonly string[];
      readonly holds: boolean;
    };

/** An exercise before it is checked. */
export interface Draft {
  readonly exercise: Exercise;
  readonly place: Place;
  /** That what is marked right is right, and that nothing else is. At least two. */
  readonly proofs: readonly Proof[];
}

/**
 * True when every proof holds by the graders and the marked solution is the only one: a choice has a
 * right and a wrong option (one right one unless several are allowed), and no two options or sides
 * read alike. A grader that cannot judge proves nothing.
 */
export function isSolvable({ exercise, place, proofs }: Draft, judges: Judges): boolean {
  return (
    isUnambiguous(exercise) &&
    proofs.length >= 2 &&
    proofs.every((proof) => proves(proof, place, judges))
  );
}

function proves(proof: Proof, place: Place, judges: Judges): boolean {
  return verdictOn(proof, place, judges) === proof.holds;
}

function verdictOn(proof: Proof, place: Place, judges: Judges): boolean | undefined {
  if (proof.kind === "answer") return judges.accepts(place, proof.text);
  if (proof.kind === "grader") return judges.acceptedBy(proof.grader, place, proof.text);
  if (proof.kind === "fact") return judges.states(proof.fact, proof.text);
  if (proof.kind === "removed") return leadsToPerson(proof.text, place, judges);
  if (proof.kind === "prompt") return judges.prompt(proof.text);
  return (judges.likeness(place, proof.texts)[proof.part] ?? 1) < unlikeBelow;
}

function leadsToPerson(value: string, place: Place, judges: Judges): boolean {
  const { text = "", pseudonymised = "" } = place.case.input;
  const isReplaced = cleanText(text).includes(value) && !cleanText(pseudonymised).includes(value);
  return (
    isReplaced || leftNumbers(text).includes(value) || judges.identifiers(value, place).length > 0
  );
}

/** As the threshold of grader `pair`. */
export const unlikeBelow = 0.6;

function isUnambiguous({ task }: Exercise): boolean {
  if (task.kind === "choice") {
    const right = task.options.filter((option) => option.right).length;
    const isCountRight = task.multiple ? right >= 1 : right === 1;
    return (
      isCountRight &&
      right < task.options.length &&
      allDiffer(task.options.map((option) => option.text))
    );
  }
  if (task.kind === "matching") {
    return (
      allDiffer(task.pairs.map(({ left }) => left)) &&
      allDiffer([...task.pairs.map(({ right }) => right), ...task.distractors])
    );
  }
  return true;
}

function allDiffer(texts: readonly string[]): boolean {
  return (
    new Set(texts.map((text) => text.replaceAll(/\s+/gu, " ").trim().toLowerCase())).size ===
    texts.length
  );
}
