import type { Case } from "../core/case.ts";
import type { Grader } from "../core/grader.ts";
import { scoreRecordSchema, trialRecordSchema, type ScoreRecord } from "../core/trial.ts";
import { decidingGraders, isLater, settingsOf, type GradingPlace } from "./grade.ts";
import { caseHash } from "./identity.ts";
import { gradingKey } from "./pending.ts";
import { scanJournal } from "./read-journal.ts";

/** Answers that a model judges at a time. */
const atOnce = 4;

/** Where judging reads and writes. */
export interface JudgingRecord {
  readonly files: { readonly trials: string; readonly scores: string };
  readonly append: (records: ScoreRecord[]) => void;
  /** Ends judging after those under way; the rest is taken up again with the run. */
  readonly signal: AbortSignal;
}

/**
 * Lets the graders that ask a model judge the answers they have not judged yet. It comes after the calls
 * of the run and is the only grading that calls a model; reading a run again never does.
 */
export async function judgeRecorded(
  { files, append, signal }: JudgingRecord,
  places: ReadonlyMap<string, GradingPlace>,
): Promise<void> {
  const judging = new Map([...places].filter(([, { graders }]) => graders.some(mayAsk)));
  if (judging.size === 0) return;
  const done = new Set<string>();
  await scanJournal(files.scores, scoreRecordSchema, (record) => {
    if (record.score.status === "scored") done.add(gradingKey(record));
  });
  const open: Judging[] = [];
  await scanJournal(files.trials, trialRecordSchema, (trial) => {
    const place = judging.get(trial.suite);
    const graded = place?.cases.get(trial.case);
    if (place === undefined || graded === undefined || trial.outcome.status === "failed") return;
    const { answer, finishReason } = trial.outcome;
    for (const grader of decidingGraders(place, graded)) {
      if (!isLater(place.suite, graded, grader)) continue;
      const { name, version } = grader;
      const hash = caseHash(place.suite, graded);
      const head = { trialId: trial.trialId, caseHash: hash, grader: name, version };
      if (done.has(gradingKey(head))) continue;
      done.add(gradingKey(head));
      const input = { answer, finishReason, case: graded, inputKind: trial.input };
      open.push({ place, graded, grader, head, input });
    }
  });
  const queue = open.values();
  const work = async () => {
    for (const one of queue) {
      if (signal.aborted) return;
      append([await judgeOne(one)]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

interface Judging {
  readonly place: GradingPlace;
  readonly graded: Case;
  readonly grader: Grader;
  readonly head: Pick<ScoreRecord, "trialId" | "caseHash" | "grader" | "version">;
  readonly input: Parameters<Grader["grade"]>[0];
}

function mayAsk({ isLater: asks }: Grader): boolean {
  return asks !== undefined;
}

/** A grader that throws is `unscored` and names itself. */
async function judgeOne({ place, graded, grader, head, input }: Judging): Promise<ScoreRecord> {
  const settings = settingsOf(place.suite, graded, grader);
  try {
    const judged = await grader.gradeLater?.(input, settings);
    return { schemaVersion: 1, ...head, ...(judged ?? grader.grade(input, settings)) };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const reason = `Der Grader „${grader.name}“ ist gescheitert: ${message}`;
    return { schemaVersion: 1, ...head, score: { status: "unscored", reason } };
  }
}
