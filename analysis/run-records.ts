import type { Case } from "../core/case.ts";
import type { Manifest } from "../core/manifest.ts";
import type { Requirements } from "../core/requirements.ts";
import type { ScoreRecord, TrialRecord } from "../core/trial.ts";

/** What the analysis is given: the files of a run folder, read and checked. */
export interface RunRecords {
  readonly manifest: Manifest;
  /** Lines in the order of the file; a trial may have several. */
  readonly trials: readonly TrialRecord[];
  readonly scores: readonly ScoreRecord[];
  /** Full texts for the failure cards; empty when the run does not hold them. */
  readonly cases: readonly { readonly suite: string; readonly case: Case }[];
  /** What the text in the manifest says; absent when the run has no requirements. */
  readonly requirements?: Requirements | undefined;
}
