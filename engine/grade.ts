import type { Case } from "../core/case.ts";
import type { Grader, GraderSettings } from "../core/grader.ts";
import { graderOptions, mustGraders, type Suite } from "../core/suite.ts";
import type { ScoreRecord, TrialRecord } from "../core/trial.ts";
import type { CaseIndex } from "./case-index.ts";
import { caseHash } from "./identity.ts";

/** A suite as grading needs it: its graders resolved. */
export interface GradingSuite {
  readonly suite: Suite;
  /** must, hint and guard graders, each once. */
  readonly graders: readonly Grader[];
}

/** A suite with its graders and its cases by id. */
export interface GradingPlace extends GradingSuite {
  readonly cases: CaseIndex;
}

/**
 * The graders that judge a case: its must graders, the hints and the guards, but not what decides on
 * other cases of the suite only.
 */
export function decidingGraders({ suite, graders }: GradingSuite, graded: Case): readonly Grader[] {
  const must = mustGraders(suite, graded);
  const elsewhere = decidingSomewhere(suite);
  return graders.filter(
    ({ name }) => must.includes(name) || suite.graders.hint.includes(name) || !elsewhere.has(name),
  );
}

/**
 * Graders that judge an answer at once and by itself: not those that compare answers, nor those that ask
 * a model. A suite has far fewer than the 31 whose bits a number holds.
 */
export function gradersOfAnswer(place: GradingSuite, graded: Case): readonly Grader[] {
  // Most cases say nothing of graders; they all have the same.
  if (graded.must !== undefined || graded.options !== undefined) return atOnce(place, graded);
  const known = usual.get(place);
  if (known !== undefined) return known;
  const graders = atOnce(place, graded);
  usual.set(place, graders);
  return graders;
}

const usual = new WeakMap<GradingSuite, readonly Grader[]>();

function atOnce(place: GradingSuite, graded: Case): readonly Grader[] {
  return decidingGraders(place, graded).filter(
    (grader) => !grader.compares && !isLater(place.suite, graded, grader),
  );
}

/** Does this grader ask a model about the case? */
export function isLater(suite: Suite, graded: Case, grader: Grader): boolean {
  return grader.isLater?.(settingsOf(suite, graded, grader)) ?? false;
}

/** Names of the graders that decide on any case of a suite; asked for every answer, so kept. */
function decidingSomewhere(suite: Suite): ReadonlySet<string> {
  const known = somewhere.get(suite);
  if (known !== undefined) return known;
  const names = [suite.graders.must, ...suite.cases.map((graded) => graded.must ?? [])].flat();
  const deciding = new Set(names);
  somewhere.set(suite, deciding);
  return deciding;
}

const somewhere = new WeakMap<Suite, ReadonlySet<string>>();

/**
 * Grades one answer with every grader of its suite; a trial without an answer has no scores. A
 * grader that throws is `unscored` and names itself; the run goes on.
 */
export function gradeTrial(
  trial: TrialRecord,
  graded: Case,
  { suite, graders, answers }: GradingSuite & { readonly answers?: readonly string[] },
): ScoreRecord[] {
  const { outcome } = trial;
  if (outcome.status === "failed") return [];
  const hash = caseHash(suite, graded);
  return graders.map((grader) => ({
    schemaVersion: 1,
    trialId: trial.trialId,
    caseHash: hash,
    grader: grader.name,
    version: grader.version,
    ...judge(grader, settingsOf(suite, graded, grader), () => ({
      answer: outcome.answer,
      answers,
      case: graded,
      finishReason: outcome.finishReason,
      inputKind: trial.input,
    })),
  }));
}

/** Options and threshold of a grader for a case of a suite. */
export function settingsOf(suite: Suite, graded: Case, { name }: Grader): GraderSettings {
  return { options: optionsFor(suite, graded)[name], threshold: suite.threshold[name] };
}

/** Options of a case with its own, which every answer to it is graded with; kept while the case lives. */
function optionsFor(suite: Suite, graded: Case): Suite["options"] {
  if (graded.options === undefined) return suite.options;
  const known = ownOptions.get(graded);
  if (known?.suite === suite) return known.options;
  const options = graderOptions(suite, graded);
  ownOptions.set(graded, { suite, options });
  return options;
}

const ownOptions = new WeakMap<
  Case,
  { readonly suite: Suite; readonly options: Suite["options"] }
>();

function judge(
  grader: Grader,
  settings: GraderSettings,
  input: () => Parameters<Grader["grade"]>[0],
): ReturnType<Grader["grade"]> {
  try {
    return grader.grade(input(), settings);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return {
      score: {
        status: "unscored",
        reason: `Der Grader „${grader.name}“ ist gescheitert: ${message}`,
      },
    };
  }
}
