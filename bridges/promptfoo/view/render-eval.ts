import type { ShownRun, ShownTrial } from "./shown-run.ts";
import { renderResult, type EvalResult } from "./render-result.ts";

/** How promptfoo counts what happened in a column; it does not count again on import. */
interface ColumnMetrics {
  score: number;
  testPassCount: number;
  testFailCount: number;
  testErrorCount: number;
  assertPassCount: number;
  assertFailCount: number;
  totalLatencyMs: number;
  cost: number;
  tokenUsage: { total: number; prompt: number; completion: number; cached: number };
  namedScores: Record<string, number>;
  namedScoresCount: Record<string, number>;
}

/**
 * Writes a run as `promptfoo import` reads it: a column per model and variant, a row per case, input and
 * attempt. What was not measured is an error there, never a failure. Pure.
 */
export function renderEval(run: ShownRun): object {
  const columns = [...Map.groupBy(run.trials, columnKey).values()];
  const rows = new Map([...new Set(run.trials.map(rowKey))].map((key, index) => [key, index]));
  const columnOf = new Map(
    columns.flatMap((own, index) => own.map((one) => [one, index] as const)),
  );
  const results = run.trials.map((one) =>
    renderResult(one, { promptIdx: columnOf.get(one) ?? 0, testIdx: rows.get(rowKey(one)) ?? 0 }),
  );
  return {
    evalId: evalIdOf(run.runId),
    metadata: { evaluationCreatedAt: run.createdAt, author: "Amtsprobe" },
    config: { description: `${run.title} (${run.runId})`, prompts: [], providers: [], tests: [] },
    results: {
      version: 3,
      timestamp: run.createdAt,
      prompts: columns.map((own, index) => ({
        ...labelOf(own),
        metrics: metricsOf(results.filter(({ promptIdx }) => promptIdx === index)),
      })),
      results,
      stats: statsOf(results),
    },
  };
}

/** Name of the evaluation in the viewer. */
export function evalIdOf(runId: string): string {
  return `amtsprobe-${runId}`;
}

function columnKey({ trial }: ShownTrial): string {
  return JSON.stringify([trial.model, trial.variant]);
}

function rowKey({ trial }: ShownTrial): string {
  return JSON.stringify([trial.suite, trial.case, trial.input, trial.attempt]);
}

function labelOf([first]: readonly ShownTrial[]) {
  const { variant = "", model = "" } = first?.trial ?? {};
  return { id: variant, label: variant, raw: variant, provider: model };
}

function statsOf(results: readonly EvalResult[]) {
  const count = (kind: number) =>
    results.filter(({ failureReason }) => failureReason === kind).length;
  return {
    successes: count(0),
    failures: count(1),
    errors: count(2),
    tokenUsage: tokensOf(results),
  };
}

function metricsOf(results: readonly EvalResult[]): ColumnMetrics {
  const { successes, failures, errors } = statsOf(results);
  const parts = results.flatMap(({ gradingResult }) => gradingResult?.componentResults ?? []);
  const named = Map.groupBy(parts, ({ assertion }) => assertion.metric);
  return {
    score: sumOf(results.map(({ score }) => score)),
    testPassCount: successes,
    testFailCount: failures,
    testErrorCount: errors,
    assertPassCount: parts.filter(({ pass }) => pass).length,
    assertFailCount: parts.filter(({ pass }) => !pass).length,
    totalLatencyMs: sumOf(results.map(({ latencyMs }) => latencyMs)),
    cost: 0,
    tokenUsage: tokensOf(results),
    namedScores: Object.fromEntries(
      [...named].map(([name, own]) => [name, sumOf(own.map(({ score }) => score))]),
    ),
    namedScoresCount: Object.fromEntries([...named].map(([name, own]) => [name, own.length])),
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function tokensOf(results: readonly EvalResult[]) {
  const used = (field: "total" | "prompt" | "completion") =>
    sumOf(results.map(({ tokenUsage }) => tokenUsage[field]));
  return {
    total: used("total"),
    prompt: used("prompt"),
    completion: used("completion"),
    cached: 0,
  };
}
