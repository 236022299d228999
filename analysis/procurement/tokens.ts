import type { Requirements } from "../../core/requirements.ts";
import { trainedVariant, variantGroup } from "../../core/suite.ts";
import { caseMeans } from "../case-means.ts";
import type { MeasuredRun } from "../measured-run.ts";
import type { JudgedTrial } from "../read-verdicts.ts";
import { mean } from "../statistics/quantile.ts";

/** Tokens a request took, case by case. */
export interface SuiteTokens {
  readonly suite: string;
  readonly cases: readonly { readonly input: number; readonly output: number }[];
}

/** Tokens behind the requests of a purpose. */
export interface PurposeTokens {
  readonly purpose: string;
  readonly perYear: number;
  readonly suites: readonly SuiteTokens[];
  readonly answers: number;
}

/**
 * Tokens per request as the run measured them: with the trained prompt and the run's main input
 * where the run has those, else over all answers. A sentence instead, when a suite has no answer or
 * an answer does not tell its tokens.
 */
export function measureTokens(
  run: MeasuredRun,
  { purposes, volumes }: Requirements,
  model: string,
): PurposeTokens[] | string {
  const result: PurposeTokens[] = [];
  for (const { id, suites } of purposes) {
    const measured = suites.map((suite) => suiteTokens(run, suite, model));
    const reason = measured.find((one) => typeof one === "string");
    if (reason !== undefined) return reason;
    const known = measured.filter((one) => typeof one !== "string");
    result.push({
      purpose: id,
      perYear: volumes.find(({ purpose }) => purpose === id)?.perYear ?? 0,
      suites: known,
      answers: known.reduce((sum, { answers }) => sum + answers, 0),
    });
  }
  return result;
}

/** Mean over suites (each the same weight) of the mean over cases. */
export function meanTokens(suites: readonly SuiteTokens[], kind: "input" | "output"): number {
  return mean(suites.map(({ cases }) => mean(cases.map((tokens) => tokens[kind]))));
}

function suiteTokens(
  run: MeasuredRun,
  suite: string,
  model: string,
): (SuiteTokens & { readonly answers: number }) | string {
  const all = run.trials.filter(
    (trial) =>
      trial.model === model && trial.suite === suite && trial.outcome.status === "completed",
  );
  const usual = all.filter(
    ({ variant, input }) => variantGroup(variant) === trainedVariant && input === run.mainInput,
  );
  const trials = usual.length > 0 ? usual : all;
  if (trials.length === 0)
    return `In „${suite}“ hat dieses Modell nichts beantwortet; der Verbrauch an Token ist nicht bekannt.`;
  if (
    trials.some(
      (trial) => tokensOf(trial, "input") === undefined || tokensOf(trial, "output") === undefined,
    )
  ) {
    return `Der Dienst nennt in „${suite}“ nicht zu jeder Antwort die Token; die Kosten sind nicht bekannt.`;
  }
  const inputs = caseMeans(trials, (trial) => tokensOf(trial, "input"));
  const outputs = caseMeans(trials, (trial) => tokensOf(trial, "output"));
  const cases = [...inputs].map(([id, { value }]) => ({
    input: value,
    output: outputs.get(id)?.value ?? 0,
  }));
  return { suite, cases, answers: trials.length };
}

function tokensOf({ outcome }: JudgedTrial, kind: "input" | "output"): number | undefined {
  if (outcome.status !== "completed") return undefined;
  return kind === "input" ? outcome.usage?.inputTokens : outcome.usage?.outputTokens;
}
