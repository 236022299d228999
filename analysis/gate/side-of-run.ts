import { keptHash } from "../../core/gate-baseline.ts";
import { compareVersions } from "../compare-texts.ts";
import { readObjections } from "../objections.ts";
import { readVerdicts, type JudgedTrial } from "../read-verdicts.ts";
import type { RunRecords } from "../run-records.ts";
import {
  keyOf,
  type GateCase,
  type GateSide,
  type GateSuite,
  type GateTrial,
} from "./gate-side.ts";

/** A run as a side of the gate. Baseline models (copy, lead …) read no prompt and are left out. */
export function sideOfRun(records: RunRecords): GateSide {
  const { manifest } = records;
  const baselines = new Set(
    manifest.models.filter(({ kind }) => kind === "baseline").map(({ id }) => id),
  );
  const judged = readVerdicts(records).filter(({ model }) => !baselines.has(model));
  const { runId, title, createdAt, seed } = manifest;
  return {
    head: { source: "run", runId, title, createdAt },
    seed,
    models: manifest.models
      .filter(({ id }) => !baselines.has(id))
      .map(({ id, name, revision }) => ({ id, name, revision })),
    suites: suitesOf(records, judged),
    trials: judged.map((trial) => gateTrial(trial, records)),
  };
}

function gateTrial(trial: JudgedTrial, { manifest }: RunRecords): GateTrial {
  const { suite, case: id, unit, model, variant, input, attempt, callHash } = trial;
  const place = { suite, case: id, unit, model, variant, input, attempt, callHash };
  const { outcome, verdict } = trial;
  if (verdict.status === "not-measured" || outcome.status === "failed") {
    const because = verdict.status === "not-measured" ? verdict.because : "infrastructure";
    return { ...place, result: "missing", because, reasons: [], cached: false };
  }
  const { cached = false } = outcome;
  const answer = outcome.omitted === undefined ? outcome.answer : undefined;
  if (verdict.status === "passed") {
    return { ...place, result: "passed", reasons: [], answer, cached };
  }
  const known = manifest.suites.find(({ name }) => name === suite);
  const own = known?.cases.find((summary) => summary.id === id)?.must;
  const roles = { guard: known?.graders.guard ?? [], must: own ?? known?.graders.must ?? [] };
  const reasons = readObjections(trial, outcome, roles).map(({ reason }) => reason);
  return { ...place, result: "failed", class: verdict.class, reasons, answer, cached };
}

function suitesOf(
  { manifest, cases: texts }: RunRecords,
  judged: readonly JudgedTrial[],
): GateSuite[] {
  const questions = new Map(
    texts.map((line) => [keyOf(line.suite, line.case.id), line.case.input.question]),
  );
  const bySuite = Map.groupBy(judged, ({ suite }) => suite);
  return manifest.suites.flatMap((suite): GateSuite[] => {
    const own = bySuite.get(suite.name) ?? [];
    if (own.length === 0) return [];
    const listed = suite.cases.map(({ id, caseHash, critical, severity, template }): GateCase => {
      const question = questions.get(keyOf(suite.name, id));
      return { id, hash: caseHash.slice(0, keptHash), critical, severity, template, question };
    });
    const { name, version, hash } = suite;
    return [
      {
        name,
        title: suite.title ?? name,
        version,
        hash,
        graders: graderVersions(own, [...suite.graders.must, ...suite.graders.guard]),
        isListed: listed.length > 0,
        cases: listed.length > 0 ? listed : casesOfTrials(own),
      },
    ];
  });
}

function casesOfTrials(trials: readonly JudgedTrial[]): GateCase[] {
  const hashes = new Map(trials.map(({ case: id, caseHash }) => [id, caseHash]));
  return [...hashes].map(([id, hash]) => ({
    id,
    hash: hash.slice(0, keptHash),
    critical: false,
    severity: 2,
  }));
}

/** The newest version by which each deciding grader judged. */
function graderVersions(
  trials: readonly JudgedTrial[],
  deciding: readonly string[],
): Record<string, string> {
  const versions = new Map<string, string>();
  for (const { scores } of trials) {
    for (const name of deciding) {
      const version = scores.get(name)?.version;
      if (version === undefined) continue;
      const before = versions.get(name);
      if (before === undefined || compareVersions(version, before) > 0) versions.set(name, version);
    }
  }
  return Object.fromEntries([...versions].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
