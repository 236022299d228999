import type { Manifest } from "../core/manifest.ts";
import type { ScoreRecord, TrialRecord } from "../core/trial.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { verdictOf, type Verdict } from "../core/verdict.ts";
import { compareTexts, compareVersions } from "./compare-texts.ts";
import type { RunRecords } from "./run-records.ts";

/** A trial as it counts: one line, its verdict, and the scores that hold. */
export interface JudgedTrial extends TrialRecord {
  readonly verdict: Verdict;
  /** The unit of resampling: the template that the case is a version of, else the case. */
  readonly unit: string;
  /** By grader. */
  readonly scores: ReadonlyMap<string, ScoreRecord>;
}

/**
 * Decides which lines of a run count, and the verdict of every trial.
 *
 * - Of several lines of a trial the completed one counts, else the last.
 * - Of several scores of a trial by one grader the one with the highest version counts, and of
 *   these the last line.
 * - A score made for an older state of the case (its caseHash is not the manifest's) is stale and
 *   ignored; a `must` grader without any other score is then missing: `grader-error`.
 *
 * The result is sorted by place in the run; the order of the lines does not matter otherwise.
 */
export function readVerdicts(records: RunRecords): JudgedTrial[] {
  const { manifest } = records;
  const suites = new Map(manifest.suites.map((suite, place) => [suite.name, { suite, place }]));
  const trials = countingTrials(records.trials);
  const scores = countingScores(records.scores, currentHashes(manifest, trials));
  const summaries = new Map(
    manifest.suites.flatMap(({ name, cases }) =>
      cases.map((summary) => [placeOf(name, summary.id), summary]),
    ),
  );
  return [...trials.values()]
    .map((trial) => {
      const known = suites.get(trial.suite) ?? unknownSuite(trial);
      const own = scores.get(trial.trialId) ?? new Map<string, ScoreRecord>();
      const { guard } = known.suite.graders;
      const summary = summaries.get(placeOf(trial.suite, trial.case));
      const must = summary?.must ?? known.suite.graders.must;
      const verdict = verdictOf(trial.outcome, own, { must, guard });
      const unit = summary?.template ?? trial.case;
      return { place: known.place, judged: { ...trial, verdict, unit, scores: own } };
    })
    .toSorted((a, b) => a.place - b.place || comparePlaces(a.judged, b.judged))
    .map(({ judged }) => judged);
}

/** One line per trial: the completed one, else the last. */
export function countingTrials(lines: readonly TrialRecord[]): Map<string, TrialRecord> {
  const trials = new Map<string, TrialRecord>();
  for (const line of lines) {
    if (trials.get(line.trialId)?.outcome.status !== "completed") trials.set(line.trialId, line);
  }
  return trials;
}

/** The case's current hash per trial, where the run knows one. */
function currentHashes(
  manifest: Manifest,
  trials: ReadonlyMap<string, TrialRecord>,
): Map<string, string> {
  const ofCase = new Map(
    manifest.suites.flatMap((suite) =>
      suite.cases.map((summary) => [placeOf(suite.name, summary.id), summary.caseHash]),
    ),
  );
  return new Map(
    [...trials.values()].map((trial) => [
      trial.trialId,
      ofCase.get(placeOf(trial.suite, trial.case)) ?? "",
    ]),
  );
}

function countingScores(
  lines: readonly ScoreRecord[],
  hashes: ReadonlyMap<string, string>,
): Map<string, Map<string, ScoreRecord>> {
  const scores = new Map<string, Map<string, ScoreRecord>>();
  for (const line of lines) {
    const current = hashes.get(line.trialId) ?? "";
    if (current !== "" && line.caseHash !== "" && line.caseHash !== current) continue;
    const own = scores.get(line.trialId) ?? new Map<string, ScoreRecord>();
    scores.set(line.trialId, own);
    const before = own.get(line.grader);
    if (before === undefined || compareVersions(line.version, before.version) >= 0) {
      own.set(line.grader, line);
    }
  }
  return scores;
}

function comparePlaces(a: TrialRecord, b: TrialRecord): number {
  return (
    compareTexts(a.case, b.case) ||
    compareTexts(a.model, b.model) ||
    compareTexts(a.variant, b.variant) ||
    compareTexts(a.input, b.input) ||
    a.attempt - b.attempt ||
    compareTexts(a.trialId, b.trialId)
  );
}

function placeOf(suite: string, caseId: string): string {
  return JSON.stringify([suite, caseId]);
}

function unknownSuite(trial: TrialRecord): never {
  throw new UserError(
    `Der Durchgang „${trial.trialId}“ gehört zur Suite „${trial.suite}“, die im Manifest des Laufs fehlt. Ohne ihren Eintrag ist nicht bekannt, welche Grader entscheiden.`,
    {
      code: "unknown-suite",
      exitCode: exitCodes.usage,
      place: { file: "manifest.json" },
      nextStep: `Tragen Sie die Suite „${trial.suite}“ unter „suites“ in manifest.json ein oder entfernen Sie ihre Zeilen aus trials.jsonl.`,
    },
  );
}
