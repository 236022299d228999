import type { ProviderResponse } from "promptfoo";
import type { ExportedGrader, TestMark } from "../../../bridges/promptfoo/export/exported.ts";
import type { Case } from "../../../core/case.ts";
import type { Completed } from "../../../core/outcome.ts";
import type { ScoreRecord, TrialRecord } from "../../../core/trial.ts";
import { answerFailures } from "../../../core/verdict.ts";
import { decidingGraders, gradeTrial, type GradingPlace } from "../../../engine/grade.ts";
import { finishReasonOf } from "../../../models/promptfoo-answer.ts";
import classes from "../../../reports/words/failure-classes.json" with { type: "json" };
import { answerItself } from "../export/graders-of-case.ts";
import { markedCase, openBundle, type OpenBundle } from "./read-bundle.ts";
import { openReplayedRun } from "./replayed-run.ts";

/** What promptfoo hands to an assertion in a file, as far as it is read here. */
export interface AssertionContext {
  readonly config?: Partial<ExportedGrader>;
  readonly test: { readonly metadata?: Record<string, unknown> };
  readonly providerResponse?: ProviderResponse;
}

/** What promptfoo wants to hear. */
export interface AssertionResult {
  readonly pass: boolean;
  /** 0..1; promptfoo has no word for „not judged“, see `reason`. */
  readonly score: number;
  readonly reason: string;
}

export type OutputAssertion = (
  output: unknown,
  context: AssertionContext,
) => Promise<AssertionResult>;

/**
 * Makes the assertion that judges by a grader of ours, named in the assertion's `config`. The same
 * verdict as in a run: what is not measured throws, which promptfoo counts as an error and never as a
 * failure.
 */
export function defineAssertion(bundleUrl: string): OutputAssertion {
  let bundle: OpenBundle | undefined;
  const recent = new Map<string, Promise<Judged>>();
  return async (output, context) => {
    bundle ??= openBundle(bundleUrl);
    const answered = readAnswered(bundle, output, context);
    const key = JSON.stringify([answered.mark, answered.outcome, trialIdOf(context)]);
    const judged = recent.get(key) ?? judge(bundle, answered, trialIdOf(context));
    keepRecent(recent, key, judged);
    const { grader = answerItself, role = "must" } = context.config ?? {};
    return resultOf(await judged, { grader, role });
  };
}

/** One row asks once per grader and gets all of them judged with the first; a few rows are under way. */
const mostRecent = 32;

function keepRecent<Value>(recent: Map<string, Value>, key: string, value: Value): void {
  recent.delete(key);
  recent.set(key, value);
  const [oldest] = recent.keys();
  if (recent.size > mostRecent && oldest !== undefined) recent.delete(oldest);
}

interface Answered {
  readonly place: GradingPlace;
  readonly graded: Case;
  readonly mark: TestMark;
  readonly outcome: Completed;
}

/** All that was found about an answer. */
interface Judged {
  readonly outcome: Completed;
  readonly scores: ReadonlyMap<string, ScoreRecord>;
}

function readAnswered(bundle: OpenBundle, output: unknown, context: AssertionContext): Answered {
  const mark = context.test.metadata?.["amtsprobe"] as TestMark | undefined;
  const answer = typeof output === "string" ? output : (JSON.stringify(output) ?? "");
  const finishReason = finishReasonOf(context.providerResponse ?? {});
  return {
    ...markedCase(bundle, mark),
    outcome: { status: "completed", answer, finishReason },
  };
}

/** The trial that is replayed; absent when a model was asked. */
function trialIdOf({ providerResponse }: AssertionContext): string | undefined {
  const own = providerResponse?.metadata?.["amtsprobe"] as { trialId?: string } | undefined;
  return own?.trialId;
}

async function judge(
  bundle: OpenBundle,
  answered: Answered,
  trialId: string | undefined,
): Promise<Judged> {
  const { place, graded, outcome, mark } = answered;
  const trial: TrialRecord = {
    schemaVersion: 1,
    trialId: trialId ?? "-",
    callHash: "",
    caseHash: "",
    suite: place.suite.name,
    case: graded.id,
    variant: "-",
    input: mark.input,
    model: "-",
    attempt: mark.attempt,
    outcome,
  };
  const graders = decidingGraders(place, graded);
  const single = graders.filter(({ compares }) => !compares);
  const comparing = graders.filter(({ compares }) => compares);
  const answers = comparing.length === 0 ? [] : await otherAnswers(bundle, answered, trialId);
  const records = [
    ...gradeTrial(trial, graded, { suite: place.suite, graders: single }),
    ...gradeTrial(trial, graded, { suite: place.suite, graders: comparing, answers }),
  ];
  return { outcome, scores: new Map(records.map((record) => [record.grader, record])) };
}

/**
 * Answers to the other versions of the case: those of the run, else their references stand in, because
 * promptfoo shows an assertion one row only.
 */
async function otherAnswers(
  { run }: OpenBundle,
  { place, graded }: Answered,
  trialId: string | undefined,
): Promise<readonly string[]> {
  const others = place.suite.cases.filter(
    ({ id, template }) => template === graded.template && id !== graded.id,
  );
  if (run === undefined || trialId === undefined)
    return others.flatMap(({ reference }) => reference ?? []);
  const replayed = await openReplayedRun(run.folder);
  return replayed.answersTo(trialId, new Set(others.map(({ id }) => id)));
}

function resultOf({ outcome, scores }: Judged, { grader, role }: ExportedGrader): AssertionResult {
  const [own] = answerFailures(outcome);
  if (grader === answerItself) {
    const reason = own === undefined ? "Die Antwort ist ganz." : classes[own].title;
    return { pass: own === undefined, score: own === undefined ? 1 : 0, reason };
  }
  const score = scores.get(grader)?.score;
  if (score?.status === "scored") {
    const { passed: pass, value, reason } = score;
    return { pass, score: value, reason };
  }
  const reason = `nicht beurteilt: ${score?.reason ?? "Diesen Grader hat der Fall nicht."}`;
  if (role === "must" && own === undefined) throw new Error(`${grader}: ${reason}`);
  return { pass: role !== "must", score: role === "guard" ? 1 : 0, reason };
}
