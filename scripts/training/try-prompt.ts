import type { Case } from "../../core/case.ts";
import type { Model } from "../../core/model.ts";
import type { Completed } from "../../core/outcome.ts";
import { mustGraders } from "../../core/suite.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { verdictOf } from "../../core/verdict.ts";
import { wilsonInterval } from "../../analysis/statistics/wilson.ts";
import { callAlone } from "../../engine/call-alone.ts";
import { gradeTrial, type GradingPlace } from "../../engine/grade.ts";
import { renderPrompt } from "../../engine/prompt.ts";
import type { Share } from "../../training/participants/result.ts";
import { guardGraders } from "../load-suites.ts";

/** What prompts are tried on. */
export interface Trying {
  readonly model: Model;
  readonly place: GradingPlace;
  readonly cases: readonly Case[];
  readonly signal: AbortSignal;
}

/** A tried prompt: the answers, and how many cases it passed. */
export interface Tried {
  /** Absent when no case could be measured. */
  readonly share: Share | undefined;
  readonly answers: readonly {
    readonly case: string;
    readonly answer: string;
    readonly passed: boolean;
  }[];
}

/** Asks the model for every case with this prompt and judges the answers like those of any variant. */
export async function tryPrompt(template: string, trying: Trying): Promise<Tried> {
  const answers: Tried["answers"][number][] = [];
  for (const graded of trying.cases) {
    const tried = await tryCase(template, graded, trying);
    if (tried !== undefined) answers.push({ case: graded.id, ...tried });
  }
  const n = answers.length;
  const passed = answers.filter((one) => one.passed).length;
  return { answers, share: n === 0 ? undefined : { n, passed, ...wilsonInterval(passed, n) } };
}

async function tryCase(template: string, graded: Case, trying: Trying) {
  const { suite } = trying.place;
  const outcome = await ask(template, graded, trying);
  const trial = {
    schemaVersion: 1 as const,
    trialId: "-",
    callHash: "",
    caseHash: "",
    suite: suite.name,
    case: graded.id,
    variant: "-",
    input: "raw" as const,
    model: trying.model.description.id,
    attempt: 1,
    outcome,
  };
  const records = gradeTrial(trial, graded, trying.place);
  const scores = new Map(records.map((record) => [record.grader, record]));
  const roles = { must: mustGraders(suite, graded), guard: guardGraders };
  const verdict = verdictOf(outcome, scores, roles);
  if (verdict.status === "not-measured") return undefined;
  return { answer: outcome.answer, passed: verdict.status === "passed" };
}

async function ask(
  template: string,
  graded: Case,
  { model, place, signal }: Trying,
): Promise<Completed> {
  const { temperature, seed, maxTokens } = model.description.parameters;
  const request = {
    messages: renderPrompt(template, graded, "raw"),
    temperature,
    seed,
    maxTokens: maxTokens ?? graded.maxTokens ?? place.suite.maxTokens,
  };
  const outcome = await callAlone(model, request, { signal });
  if (outcome.status === "failed") throw noAnswer(outcome.message);
  return outcome;
}

function noAnswer(message: string): UserError {
  return new UserError(`Das Modell hat nicht geantwortet: ${message}`, {
    code: "no-answer",
    exitCode: exitCodes.infrastructure,
    nextStep:
      "Prüfen Sie mit „npm run eval -- --dry-run“, ob das Modell erreichbar ist, und starten Sie neu. Es wurde nichts gespeichert.",
  });
}
