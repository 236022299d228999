import type { RunSuite } from "../core/manifest.ts";
import { verdictOf } from "../core/verdict.ts";
import type { JudgedTrial } from "./read-verdicts.ts";

/** The grader whose band a suite sets. */
const bandGrader = "readability";

/** Formulas of `readability`: their own band, and the step that makes it one notch easier to meet. */
const formulas: Readonly<Record<string, { maximum?: number; minimum?: number; step: number }>> = {
  wstf4: { maximum: 10, step: 1 },
  wstf1: { maximum: 10, step: 1 },
  gsmog: { maximum: 10, step: 1 },
  lix: { maximum: 44, step: 4 },
  fre: { minimum: 50, step: 5 },
};

/** Whether the band decides about cases of the suite. */
export function hasBand({ graders, cases }: RunSuite): boolean {
  return graders.must.includes(bandGrader) || cases.some(({ must }) => must?.includes(bandGrader));
}

/**
 * The trial as it would count with the target band of readability moved by `notches` (positive: wider;
 * a notch is a school year, 4 points of LIX or 5 of Flesch). Unchanged where readability does not
 * decide, has no score, its formula is not known, or the case has a band of its own.
 */
export function moveBand(trial: JudgedTrial, suite: RunSuite, notches: number): JudgedTrial {
  const must = suite.cases.find(({ id }) => id === trial.case)?.must ?? suite.graders.must;
  const record = trial.scores.get(bandGrader);
  if (record?.score.status !== "scored" || !must.includes(bandGrader)) return trial;
  const { measures } = record.score;
  const passed = isInBand(measures, suite, notches);
  // A case with a band of its own does not follow the suite's; it stays as it is.
  if (passed === undefined || isInBand(measures, suite, 0) !== record.score.passed) return trial;
  const score = { ...record.score, passed };
  const scores = new Map(trial.scores).set(bandGrader, { ...record, score });
  const verdict = verdictOf(trial.outcome, scores, { must, guard: suite.graders.guard });
  return { ...trial, scores, verdict };
}

function isInBand(
  measures: Readonly<Record<string, number>>,
  suite: RunSuite,
  notches: number,
): boolean | undefined {
  const options = (suite.options[bandGrader] ?? {}) as Readonly<Record<string, unknown>>;
  const name = typeof options["formula"] === "string" ? options["formula"] : "wstf4";
  const formula = formulas[name];
  const value = measures[name];
  if (formula === undefined || value === undefined) return undefined;
  const own = { maximum: numberOf(options["maximum"]), minimum: numberOf(options["minimum"]) };
  const isSet = own.maximum !== undefined || own.minimum !== undefined;
  const { maximum = Infinity, minimum = -Infinity } = isSet ? own : formula;
  const move = formula.step * notches;
  return value <= maximum + move && value >= minimum - move;
}

/** Options of a manifest may hold numbers as text, as in YAML. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
