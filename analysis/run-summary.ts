import type { Findings } from "../core/findings.ts";
import type { RunSuite } from "../core/manifest.ts";
import { isCached } from "../core/outcome.ts";
import { sumTokens } from "./answering.ts";
import { findProtection } from "./protection.ts";
import type { JudgedTrial } from "./read-verdicts.ts";
import type { RunRecords } from "./run-records.ts";

/** What was run: the run itself, its suites, and what was not sent. */
export function summarize(
  records: RunRecords,
  trials: readonly JudgedTrial[],
): Pick<Findings, "run" | "suites" | "protection" | "withheld"> {
  return {
    run: summarizeRun(records, trials),
    suites: summarizeSuites(records, trials),
    protection: findProtection(records),
    withheld: summarizeWithheld(records),
  };
}

/** What the run was: size, time, memory, cost. Counts trials, not lines. */
function summarizeRun({ manifest }: RunRecords, trials: readonly JudgedTrial[]): Findings["run"] {
  const completed = trials.filter(({ outcome }) => outcome.status === "completed").length;
  const cached = trials.filter(({ outcome }) => isCached(outcome)).length;
  const { sessions } = manifest;
  const cost = costEuro(manifest.models, trials);
  return {
    id: manifest.runId,
    title: manifest.title,
    createdAt: manifest.createdAt,
    profile: manifest.profile,
    seed: manifest.seed,
    attempts: manifest.attempts,
    harness: manifest.harness,
    // A run that another program wrote may not say how many were planned: at least these.
    plannedTrials: Math.max(manifest.plannedTrials, trials.length),
    completedTrials: completed,
    failedTrials: trials.length - completed,
    ...(cached > 0 && { cachedTrials: cached }),
    ...(sessions.length > 0 && {
      durationMs: sessions.reduce((sum, { durationMs }) => sum + durationMs, 0),
      peakMemoryBytes: Math.max(...sessions.map(({ peakMemoryBytes }) => peakMemoryBytes)),
    }),
    ...(cost !== undefined && { costEuro: cost }),
  };
}

/** The suites as the report names them. */
function summarizeSuites(
  { manifest, cases }: RunRecords,
  trials: readonly JudgedTrial[],
): Findings["suites"] {
  return manifest.suites.map((suite) => ({
    name: suite.name,
    version: suite.version,
    title: suite.title ?? suite.name,
    hash: suite.hash,
    cases: new Set([
      ...suite.cases.map(({ id }) => id),
      ...trials.filter((trial) => trial.suite === suite.name).map((trial) => trial.case),
    ]).size,
    passAt: suite.passAt,
    must: suite.graders.must,
    hint: suite.graders.hint,
    nativeUnchecked: nativeUnchecked(suite, cases),
  }));
}

/** Cases per model that its data classes kept back. */
function summarizeWithheld({ manifest }: RunRecords): Findings["withheld"] {
  const groups = Map.groupBy(manifest.withheld, ({ model, reason }) =>
    JSON.stringify([model, reason]),
  );
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const cases = new Set(rows.map((row) => JSON.stringify([row.suite, row.case]))).size;
    return [{ model: first.model, cases, reason: first.reason }];
  });
}

/**
 * Euro for the completed calls of models with a known price; cached answers were paid for by an
 * earlier run. Absent when no such model was called, and when an answer of one does not tell its
 * tokens: then the sum is not known.
 */
function costEuro(
  models: RunRecords["manifest"]["models"],
  trials: readonly JudgedTrial[],
): number | undefined {
  const costs = models.flatMap(({ id, price }) => {
    const outcomes = trials
      .filter(({ model }) => model === id)
      .map(({ outcome }) => outcome)
      .filter((outcome) => outcome.status === "completed")
      .filter((outcome) => outcome.cached !== true);
    if (price === undefined || outcomes.length === 0) return [];
    const input = sumTokens(outcomes, "inputTokens");
    const output = sumTokens(outcomes, "outputTokens");
    if (input === undefined || output === undefined) return [undefined];
    return [(input * price.inputPerMillion + output * price.outputPerMillion) / 1e6];
  });
  if (costs.length === 0) return undefined;
  return costs.reduce<number | undefined>(
    (sum, cost) => (sum === undefined || cost === undefined ? undefined : sum + cost),
    0,
  );
}

function nativeUnchecked(suite: RunSuite, cases: RunRecords["cases"]): number {
  const languages = new Map(
    cases
      .filter((line) => line.suite === suite.name)
      .map((line) => [line.case.id, line.case.expected.language ?? "de"]),
  );
  return suite.cases.filter(
    ({ id, nativeChecked }) =>
      nativeChecked === false ||
      (nativeChecked === undefined && (languages.get(id) ?? "de") !== "de"),
  ).length;
}
