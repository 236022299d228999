import type { ScoreRecord, TrialRecord } from "../core/trial.ts";
import { gradeComparisons, incomparableReason } from "./compare-answers.ts";
import type { GradingPlace } from "./grade.ts";
import { omitWording } from "./omit-answer.ts";
import { settledTrials } from "./pending.ts";

/** Answers that are in no journal and have to be compared at the end of a sitting. */
export interface HeldAnswers {
  readonly add: (trial: TrialRecord) => void;
  /** What comparing says of them, without its words. */
  readonly compare: () => ScoreRecord[];
}

/** Holds answers of suites that compare in memory; those of earlier sittings come without their text. */
export function makeHeldAnswers(places: ReadonlyMap<string, GradingPlace>): HeldAnswers {
  const comparing = new Map(
    [...places].filter(([, { graders }]) => graders.some(({ compares }) => compares)),
  );
  const trials: TrialRecord[] = [];
  return {
    add: (trial) => {
      if (comparing.has(trial.suite)) trials.push(trial);
    },
    compare: () =>
      gradeComparisons(settledTrials(trials).values(), [], comparing).map((record) =>
        record.score.reason === incomparableReason ? record : omitWording(record),
      ),
  };
}
