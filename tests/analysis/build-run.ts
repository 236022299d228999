import type { RunRecords } from "../../analysis/run-records.ts";
import { manifestSchema } from "../../core/manifest.ts";
import type { FinishReason } from "../../core/outcome.ts";
import type { ScoreRecord, TrialRecord } from "../../core/trial.ts";

/** One trial of a made-up run. */
export interface TrialSpec {
  readonly suite?: string;
  readonly case: string;
  readonly model?: string;
  readonly variant?: string;
  readonly input?: "raw" | "pseudonymised";
  readonly attempt?: number;
  /** `undefined`: the grader could not judge. `no-answer`: infrastructure. */
  readonly result?: "passed" | "failed" | "unscored" | "no-answer";
  readonly answer?: string;
  readonly finishReason?: FinishReason;
  readonly measures?: Record<string, number>;
  readonly callHash?: string;
}

export interface RunSpec {
  readonly trials: readonly TrialSpec[];
  /** Merged over a manifest with the suites and models that the trials name. */
  readonly manifest?: Record<string, unknown>;
  readonly cases?: RunRecords["cases"];
}

/** Records of a run whose every suite is judged by the one grader `personal-data`. */
export function buildRun({ trials: specs, manifest, cases = [] }: RunSpec): RunRecords {
  const trials = specs.map((spec) => buildTrial(spec));
  const names = [...new Set(trials.map(({ suite }) => suite))];
  return {
    manifest: manifestSchema.parse({
      schemaVersion: 1,
      runId: "test",
      suites: names.map((name) => ({ name, graders: { must: [grader] } })),
      models: [...new Set(trials.map(({ model }) => model))].map((id) => ({ id })),
      ...manifest,
    }),
    trials,
    scores: specs.flatMap((spec, at) => buildScore(spec, trials[at]?.trialId ?? "")),
    cases,
  };
}

const grader = "personal-data";

function buildTrial(spec: TrialSpec): TrialRecord {
  const { suite = "s", model = "m", variant = "trained", input = "raw", attempt = 1 } = spec;
  const place = { suite, case: spec.case, variant, input, model, attempt };
  return {
    schemaVersion: 1,
    trialId: [suite, spec.case, model, variant, input, attempt].join("|"),
    callHash: spec.callHash ?? "",
    caseHash: "",
    ...place,
    outcome:
      spec.result === "no-answer"
        ? { status: "failed", code: "timeout", message: "keine Antwort" }
        : {
            status: "completed",
            answer: spec.answer ?? "Antwort",
            finishReason: spec.finishReason ?? "stop",
          },
  };
}

function buildScore(spec: TrialSpec, trialId: string): ScoreRecord[] {
  const { result = "passed", measures = {} } = spec;
  if (result === "no-answer") return [];
  const record = { schemaVersion: 1 as const, trialId, caseHash: "", grader, version: "1" };
  if (result === "unscored") {
    return [{ ...record, score: { status: "unscored", reason: "nicht lesbar" } }];
  }
  const passed = result === "passed";
  const score = {
    status: "scored" as const,
    value: Number(passed),
    passed,
    reason: passed ? "in Ordnung" : "beanstandet",
    measures,
    evidence: passed ? [] : [{ start: 0, end: 3, quote: "Ant" }],
  };
  return [{ ...record, score, ...(!passed && { failureClass: "wrong" as const }) }];
}

/** `count` trials that differ in their case only; the first `passed` of them pass. */
export function series(
  spec: Omit<TrialSpec, "case" | "result">,
  { passed, of }: { readonly passed: number; readonly of: number },
): TrialSpec[] {
  return Array.from({ length: of }, (_, at) => ({
    ...spec,
    case: `fall-${String(at + 1).padStart(4, "0")}`,
    result: at < passed ? ("passed" as const) : ("failed" as const),
  }));
}
