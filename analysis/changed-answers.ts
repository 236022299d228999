import { longestSide, mostChanges, type ChangedAnswer } from "../core/run-comparison.ts";
import { answerLength } from "./answer-length.ts";
import { compareTexts } from "./compare-texts.ts";
import { compareWeight } from "./compare-weight.ts";
import { readObjections } from "./objections.ts";
import type { JudgedTrial } from "./read-verdicts.ts";
import type { RunRecords } from "./run-records.ts";

/** One answer before and after. */
export interface AnswerPair {
  readonly before: JudgedTrial;
  readonly after: JudgedTrial;
}

interface Changes {
  readonly worse: ChangedAnswer[];
  readonly better: ChangedAnswer[];
  readonly worseTotal: number;
  readonly betterTotal: number;
}

/** Answers whose verdict turned over; critical and severe cases first, at most 100 each way. */
export function findChangedAnswers(
  pairs: readonly AnswerPair[],
  before: RunRecords,
  after: RunRecords,
): Changes {
  const turned = (from: "passed" | "failed", to: "passed" | "failed"): ChangedAnswer[] =>
    pairs
      .filter((pair) => pair.before.verdict.status === from && pair.after.verdict.status === to)
      .map((pair) => describe(pair, before, after))
      .toSorted(compareChanges);
  const [worse, better] = [turned("passed", "failed"), turned("failed", "passed")];
  return {
    worse: worse.slice(0, mostChanges),
    better: better.slice(0, mostChanges),
    worseTotal: worse.length,
    betterTotal: better.length,
  };
}

function describe(pair: AnswerPair, before: RunRecords, after: RunRecords): ChangedAnswer {
  const { suite, case: id, model, variant, input, attempt } = pair.after;
  const known = after.cases.find((line) => line.suite === suite && line.case.id === id)?.case;
  const summary = after.manifest.suites
    .find(({ name }) => name === suite)
    ?.cases.find((one) => one.id === id);
  const question = known?.input.question;
  return {
    suite,
    case: id,
    model,
    variant,
    input,
    attempt,
    severity: summary?.severity ?? known?.severity ?? 2,
    critical: summary?.critical ?? known?.critical ?? false,
    ...(question !== undefined && { question }),
    language: known?.expected.language ?? "de",
    before: sideOf(pair.before, before),
    after: sideOf(pair.after, after),
  };
}

function sideOf(trial: JudgedTrial, { manifest }: RunRecords): ChangedAnswer["before"] {
  const { verdict, outcome } = trial;
  const answer = outcome.status === "completed" ? outcome.answer : "";
  const suite = manifest.suites.find(({ name }) => name === trial.suite);
  const own = suite?.cases.find(({ id }) => id === trial.case)?.must;
  const roles = { guard: suite?.graders.guard ?? [], must: own ?? suite?.graders.must ?? [] };
  const objections = outcome.status === "completed" ? readObjections(trial, outcome, roles) : [];
  const excerpt = answer.slice(0, longestSide).replace(/[\ud800-\udbff]$/u, "");
  return {
    verdict: verdict.status === "passed" ? "passed" : "failed",
    ...(verdict.status === "failed" && { class: verdict.class }),
    reasons: objections.map(({ reason }) => reason),
    excerpt,
    length: answerLength(outcome),
    evidence: objections
      .flatMap(({ evidence }) => evidence)
      .filter(({ end }) => end <= excerpt.length)
      .toSorted((a, b) => a.start - b.start || a.end - b.end),
  };
}

function compareChanges(a: ChangedAnswer, b: ChangedAnswer): number {
  return compareWeight(a, b) || compareTexts(b.input, a.input) || a.attempt - b.attempt;
}
