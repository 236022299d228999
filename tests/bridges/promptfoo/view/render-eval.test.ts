import { expect, test } from "vitest";
import { renderEval } from "../../../../bridges/promptfoo/view/render-eval.ts";
import type { ShownTrial } from "../../../../bridges/promptfoo/view/shown-run.ts";
import { completedSchema, type Outcome } from "../../../../core/outcome.ts";
import { scoreRecordSchema } from "../../../../core/trial.ts";
import type { Verdict } from "../../../../core/verdict.ts";
import { sampleCase } from "../../../helpers/sample-suite.ts";

const answered = completedSchema.parse({
  status: "completed",
  answer: "96 Euro",
  finishReason: "stop",
  usage: { inputTokens: 10, outputTokens: 5 },
  timing: { totalMs: 12.4 },
});
const unanswered: Outcome = { status: "failed", code: "network", message: "keine Verbindung" };
const scored = {
  status: "scored",
  value: 0.5,
  passed: false,
  reason: "fehlt",
  measures: {},
  evidence: [],
};

function shown(model: string, verdict: Verdict, part: Partial<ShownTrial> = {}): ShownTrial {
  const outcome = verdict.status === "not-measured" ? unanswered : answered;
  return {
    trial: {
      schemaVersion: 1,
      trialId: `${model}-1`,
      callHash: "",
      caseHash: "",
      suite: "probe",
      case: "hundesteuer",
      variant: "trained",
      input: "raw",
      model,
      attempt: 1,
      outcome,
    },
    graded: sampleCase(),
    verdict,
    failure: verdict.status === "failed" ? "falsch" : undefined,
    scores: [],
    prompt: "Was kostet ein Hund?",
    ...part,
  };
}

function recordOf(grader: string, score: object) {
  return scoreRecordSchema.parse({ trialId: "1", grader, version: "1", score });
}

interface Rendered {
  readonly results: {
    readonly prompts: readonly { readonly provider: string; readonly metrics: object }[];
    readonly results: readonly Record<string, unknown>[];
    readonly stats: object;
  };
}

test("a column per model, and what was not measured is an error, never a failure", () => {
  const trials = [
    shown("a", { status: "passed" }),
    shown("b", { status: "failed", class: "wrong" }),
    shown("c", { status: "not-measured", because: "infrastructure" }),
  ];
  const run = { runId: "r1", title: "Probe", createdAt: "2026-11-29T00:00:00.000Z", trials };
  const { results } = renderEval(run) as Rendered;
  expect(results.prompts.map(({ provider }) => provider)).toEqual(["a", "b", "c"]);
  expect(results.prompts.map(({ metrics }) => metrics)).toMatchObject([
    { testPassCount: 1, testFailCount: 0, testErrorCount: 0, totalLatencyMs: 12 },
    { testPassCount: 0, testFailCount: 1, testErrorCount: 0 },
    { testPassCount: 0, testFailCount: 0, testErrorCount: 1 },
  ]);
  expect(results.stats).toMatchObject({ successes: 1, failures: 1, errors: 1 });
  expect(results.results.map((one) => [one["testIdx"], one["promptIdx"]])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
  ]);
  expect(results.results[2]).toMatchObject({
    success: false,
    failureReason: 2,
    error: "nicht gemessen: keine Verbindung",
  });
  expect(results.results[2]).not.toHaveProperty("gradingResult");
});

test("a grader that could not judge has no number, and a hint lets pass", () => {
  const scores = [
    { record: recordOf("facts", scored), isHint: false },
    { record: recordOf("readability", scored), isHint: true },
    { record: recordOf("focus", { status: "unscored", reason: "zu kurz" }), isHint: true },
  ];
  const trials = [shown("a", { status: "failed", class: "wrong" }, { scores })];
  const run = { runId: "r1", title: "Probe", createdAt: "2026-11-29T00:00:00.000Z", trials };
  const [result] = (renderEval(run) as Rendered).results.results;
  expect(result).toMatchObject({
    namedScores: { facts: 0.5, readability: 0.5 },
    gradingResult: {
      pass: false,
      reason: "falsch · facts: fehlt",
      componentResults: [
        { pass: false, assertion: { metric: "facts" } },
        { pass: true, assertion: { metric: "readability", weight: 0 } },
      ],
    },
  });
});
