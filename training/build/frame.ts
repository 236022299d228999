import type { Card } from "../../core/card.ts";
import type { Case } from "../../core/case.ts";
import { competenceText } from "../competences.ts";
import type { Exercise, ExerciseKind } from "../exercise.ts";
import type { Judges, Material, Place } from "../material.ts";
import { cleanText } from "../text/clean-text.ts";
import { modelLabel } from "../text/model-label.ts";
import { replacedValues, withPlaceholders } from "../text/placeholders.ts";

/** What every builder is given. */
export interface Ground {
  readonly card: Card;
  readonly case: Case;
  readonly place: Place;
  readonly competence: string;
  readonly material: Material;
  readonly judges: Judges;
}

/** The part of an exercise that a builder decides. */
export type Body = Pick<
  Exercise,
  "title" | "blocks" | "question" | "task" | "solution" | "minutes"
>;

/** Suggested for what is made from the shipped suites; an agency decides for its own cases. */
export const licence = "CC BY 4.0 (Vorschlag)";

/** Puts what all exercises carry around a builder's body. */
export function frame(kind: ExerciseKind, ground: Ground, body: Body): Exercise {
  const { card, material, competence } = ground;
  return {
    schemaVersion: 1,
    id: `${kind}-${card.anchor}`.toLowerCase().replaceAll(/[^a-z0-9-]+/gu, "-"),
    kind,
    competence,
    goal: competenceText(competence).goal,
    difficulty: difficultyOf(ground),
    ...body,
    source: {
      suite: card.suite,
      suiteTitle: material.suites.get(card.suite)?.title ?? card.suite,
      case: card.case,
      caseSource: cleanText(ground.case.source),
      model: modelLabel(card.model, material.models),
      variant: card.variant,
      anchor: card.anchor,
      synthetic: ground.case.protection === "synthetic",
      licence,
    },
  };
}

/** The task's own difficulty; a failure that is hardly noticed makes it harder, an obvious one easier. */
function difficultyOf({ case: graded }: Ground): number {
  return Math.min(3, Math.max(1, graded.difficulty + 2 - graded.detectability));
}

/** The official text and the question of a case, as the participants see them. */
export function caseBlocks({ case: graded, card }: Ground): Exercise["blocks"] {
  const { input } = graded;
  const text = card.input === "pseudonymised" ? input.pseudonymised : input.text;
  const parts = [
    { label: "Amtlicher Text", text },
    { label: "Alte Fassung", text: input.old },
    { label: "Neue Fassung", text: input.new },
    { label: "Auftrag", text: input.question },
  ];
  return parts.flatMap(({ label, text: part }) =>
    part === undefined
      ? []
      : [{ label, kind: "prose" as const, text: cleanText(part), language: "de" }],
  );
}

/** The answer of the card as a block, with its language. */
export function answerBlock(ground: Ground, answer: string): Exercise["blocks"][number] {
  const label = `Antwort von ${modelLabel(ground.card.model, ground.material.models)}`;
  return { label, kind: "answer", text: answer, language: ground.card.language };
}

/**
 * The case's model answer as the participants can read it: with the placeholders of the pseudonymised
 * text where that is shown. Undefined when it would name somebody they cannot know, or when the graders
 * do not accept it.
 */
export function modelAnswer({ case: graded, place, judges }: Ground): string | undefined {
  if (graded.reference === undefined) return undefined;
  const reference = cleanText(graded.reference);
  const { text = "", pseudonymised = "" } = graded.input;
  const replaced =
    place.input === "pseudonymised"
      ? replacedValues(cleanText(text), cleanText(pseudonymised))
      : [];
  const shown = replaced === undefined ? undefined : withPlaceholders(reference, replaced);
  return shown !== undefined && judges.accepts(place, shown) === true ? shown : undefined;
}
