import { biasPair } from "./build/bias-pair.ts";
import { checkPath } from "./build/check-path.ts";
import { dataHygiene } from "./build/data-hygiene.ts";
import { findError } from "./build/find-error.ts";
import type { Ground } from "./build/frame.ts";
import { improvePrompt } from "./build/improve-prompt.ts";
import { release } from "./build/release.ts";
import { count, rankCards, type Candidate, type Skipped } from "./choose/rank-cards.ts";
import { isSolvable, type Draft } from "./draft.ts";
import { exerciseKinds, type Exercise, type ExerciseKind } from "./exercise.ts";
import type { Judges, Material } from "./material.ts";
import { redact, type Redaction } from "./redact.ts";

/** What came of a run's failures. */
export interface Made {
  readonly exercises: readonly Exercise[];
  readonly redactions: readonly Redaction[];
  /** Failures that made no exercise, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

const builders: Readonly<Record<ExerciseKind, (ground: Ground) => Draft | undefined>> = {
  "find-error": findError,
  "check-path": checkPath,
  "improve-prompt": improvePrompt,
  "data-hygiene": dataHygiene,
  "bias-pair": biasPair,
  release,
};

/** Kinds that suit a competence; the others are not tried for it. */
const suited: Readonly<Record<string, readonly ExerciseKind[]>> = {
  pruefen: ["find-error", "check-path", "release"],
  prompten: ["improve-prompt", "find-error", "release"],
  daten: ["data-hygiene", "find-error", "release"],
  bias: ["bias-pair", "find-error", "release"],
  adressat: ["improve-prompt", "find-error", "release"],
};
const suitedElse: readonly ExerciseKind[] = ["find-error", "release", "improve-prompt"];

interface Progress {
  readonly made: Exercise[];
  readonly redactions: Redaction[];
  readonly skipped: Skipped;
  /** Kinds that were tried, with or without success. */
  readonly used: Set<string>;
  readonly perKind: Map<ExerciseKind, number>;
  /** What participants see of the exercises so far. */
  readonly seen: Set<string>;
}

/**
 * Makes at most `limit` exercises from the failures of a run. A failure makes one exercise, of the kind
 * that is rarest so far among those that suit its competence; only when there are too few failures it
 * makes a second and third. Each passed the identifier check first and the solvability check after it.
 * The same run gives the same exercises.
 */
export function makeExercises(material: Material, judges: Judges, limit: number): Made {
  const progress: Progress = {
    made: [],
    redactions: [],
    skipped: new Map(),
    used: new Set(),
    perKind: new Map(),
    seen: new Set(),
  };
  const candidates = rankCards(material, judges, progress.skipped);
  for (const round of [0, 1, 2]) {
    for (const candidate of candidates) {
      if (progress.made.length >= limit) break;
      const isMade = makeOne(candidate, { material, judges, progress });
      if (!isMade && round === 0) count(progress.skipped, "unsolvable");
    }
  }
  const ids = new Set(progress.made.map(({ id }) => id));
  return {
    exercises: progress.made,
    redactions: progress.redactions.filter(({ exercise }) => ids.has(exercise)),
    skipped: Object.fromEntries(progress.skipped),
  };
}

interface Workshop {
  readonly material: Material;
  readonly judges: Judges;
  readonly progress: Progress;
}

function makeOne(candidate: Candidate, { material, judges, progress }: Workshop): boolean {
  const { card, case: graded } = candidate;
  const place = { suite: card.suite, case: graded, input: card.input };
  for (const [kind, competence] of kindsFor(candidate, progress)) {
    if (progress.used.has(keyOf(kind, candidate))) continue;
    progress.used.add(keyOf(kind, candidate));
    const ground: Ground = { card, case: graded, place, competence, material, judges };
    const draft = builders[kind](ground);
    if (draft === undefined) continue;
    const checked = redact(draft, judges);
    if (!isSolvable(checked.draft, judges)) continue;
    const likeness = likenessOf(checked.draft.exercise);
    if (progress.seen.has(likeness)) continue;
    progress.seen.add(likeness);
    progress.perKind.set(kind, (progress.perKind.get(kind) ?? 0) + 1);
    progress.made.push(checked.draft.exercise);
    progress.redactions.push(...checked.redactions);
    return true;
  }
  return false;
}

/**
 * The kinds that suit a failure and the competence each would teach, the rarest kind first: all kinds
 * of its first competence; of the others the pair, which shows nothing else. What somebody without
 * training typed can always be put right.
 */
function kindsFor(
  { card, competences }: Candidate,
  { perKind }: Progress,
): (readonly [ExerciseKind, string])[] {
  const main = competences[0] ?? "pruefen";
  const found = new Map((suited[main] ?? suitedElse).map((kind) => [kind, main]));
  if (competences.includes("bias")) found.set("bias-pair", "bias");
  if (card.variant.startsWith("untrained-") && isPromptDue(perKind))
    found.set("improve-prompt", found.has("improve-prompt") ? main : "prompten");
  return [...found].toSorted(
    ([a], [b]) =>
      (perKind.get(a) ?? 0) - (perKind.get(b) ?? 0) ||
      exerciseKinds.indexOf(a) - exerciseKinds.indexOf(b),
  );
}

/** One prompt to improve among six exercises, as it takes longest and any weak prompt makes one. */
function isPromptDue(perKind: ReadonlyMap<ExerciseKind, number>): boolean {
  const all = [...perKind.values()].reduce((sum, number) => sum + number, 0);
  return all >= 3 && (perKind.get("improve-prompt") ?? 0) * exerciseKinds.length < all;
}

/** What does not depend on the answer is asked once per case; the rest once per failure. */
function keyOf(kind: ExerciseKind, { card }: Candidate): string {
  const once = kind === "data-hygiene" || kind === "check-path";
  return JSON.stringify([kind, card.suite, card.case, once ? "" : card.anchor]);
}

/** Two exercises of a case with the same answers to choose from are one, whichever failure they are from. */
function likenessOf({ kind, source, task, id }: Exercise): string {
  const shown = task.kind === "choice" ? task.options.map(({ text }) => text).toSorted() : [id];
  return JSON.stringify([kind, source.suite, source.case, shown]);
}
