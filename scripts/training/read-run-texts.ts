import { cardSchema, type Card } from "../../core/card.ts";
import type { Case } from "../../core/case.ts";
import type { Manifest } from "../../core/manifest.ts";
import { trialRecordSchema, type TrialRecord } from "../../core/trial.ts";
import { countingTrials } from "../../analysis/read-verdicts.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { caseLineSchema } from "../../engine/read-run.ts";
import { runFiles } from "../../engine/run-files.ts";

/** What exercises need of an analysed run: its texts, not its scores. */
export interface RunTexts {
  readonly manifest: Manifest;
  readonly cases: readonly { readonly suite: string; readonly case: Case }[];
  readonly cards: readonly Card[];
  /** One line per trial. */
  readonly trials: readonly TrialRecord[];
}

/**
 * Reads a run without its scores, by far its largest file: which answers failed stands in the cards.
 * Damage is an error that names file and line.
 */
export async function readRunTexts(folder: string): Promise<RunTexts> {
  const files = runFiles(folder);
  return {
    manifest: readManifest(folder),
    cases: await readSoundJournal(files.cases, caseLineSchema),
    cards: await readSoundJournal(files.cards, cardSchema),
    trials: [...countingTrials(await readSoundJournal(files.trials, trialRecordSchema)).values()],
  };
}
