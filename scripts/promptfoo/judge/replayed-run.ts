import type { TrialRecord } from "../../../core/trial.ts";
import { settledTrials } from "../../../engine/pending.ts";
import { readRun } from "../../../engine/read-run.ts";

/** The trials of a run by what promptfoo knows of them. */
export interface ReplayedRun {
  readonly find: (place: ReplayedPlace) => TrialRecord | undefined;
  /** What the same model answered to the other versions of a template. */
  readonly answersTo: (trialId: string, versions: ReadonlySet<string>) => readonly string[];
}
export type ReplayedPlace = Pick<
  TrialRecord,
  "suite" | "case" | "input" | "attempt" | "variant" | "model"
>;

const opened = new Map<string, Promise<ReplayedRun>>();

/** Reads a run; provider and assertions of one process share it. */
export async function openReplayedRun(folder: string): Promise<ReplayedRun> {
  const known = opened.get(folder) ?? readReplayedRun(folder);
  opened.set(folder, known);
  return known;
}

async function readReplayedRun(folder: string): Promise<ReplayedRun> {
  const { trials } = await readRun(folder);
  const settled = settledTrials(trials);
  const byPlace = new Map([...settled.values()].map((trial) => [keyOf(trial), trial]));
  return {
    find: (place) => byPlace.get(keyOf(place)),
    answersTo: (trialId, versions) => {
      const own = settled.get(trialId);
      if (own === undefined) return [];
      return [...versions].flatMap((id) => {
        const other = byPlace.get(keyOf({ ...own, case: id }));
        return other?.outcome.status === "completed" ? [other.outcome.answer] : [];
      });
    },
  };
}

function keyOf({ suite, case: id, input, attempt, variant, model }: ReplayedPlace): string {
  return JSON.stringify([suite, id, input, attempt, variant, model]);
}
