import type { RunRecords } from "../../analysis/run-records.ts";
import { createRandom } from "../../analysis/statistics/random.ts";
import { buildRun, type TrialSpec } from "./build-run.ts";

/**
 * A made-up run of two suites, two models and a baseline, with styles, both inputs, two attempts
 * of one model, and every kind of trouble. Always the same.
 */
export function mixedRun(): RunRecords {
  const random = createRandom(20261101, 1);
  const trials = suites.flatMap((suite) =>
    Array.from({ length: 12 }, (_, at) => `fall-${at + 1}`).flatMap((id) =>
      places.map((place) => trialOf({ ...place, suite, case: id }, random() / 2 ** 32)),
    ),
  );
  const records = buildRun({ trials, manifest });
  return { ...records, trials: records.trials.map((trial) => timed(trial)) };
}

const suites = ["buergerfragen", "datenabfluss"];
const inputs = ["raw", "pseudonymised"] as const;
const variants = ["trained", "untrained-kurz", "untrained-kopie", "untrained-vage"];

const places = inputs.flatMap((input): Omit<TrialSpec, "case">[] => [
  ...variants.map((variant) => ({ model: "llama:gross", variant, input })),
  ...variants.flatMap((variant) =>
    [1, 2].map((attempt) => ({ model: "llama:klein", variant, input, attempt })),
  ),
  { model: "baseline:copy", variant: "none", input },
]);

const manifest = {
  title: "Gemischter Lauf",
  createdAt: "2026-11-01T08:00:00Z",
  attempts: 2,
  suites: suites.map((name) => ({
    name,
    version: "1.0.0",
    graders: { must: ["personal-data"] },
    cases: [{ id: "fall-1", critical: true, severity: 4, nativeChecked: false }],
  })),
  models: [
    {
      id: "llama:gross",
      price: { inputPerMillion: 1, outputPerMillion: 2, asOf: "2026-11-01" },
    },
    { id: "llama:klein" },
    { id: "baseline:copy", kind: "baseline" },
  ],
  exposure: Array.from({ length: 12 }, (_, at) => `fall-${at + 1}`).flatMap((id, at) =>
    inputs.flatMap((input) =>
      variants.map((variant) => ({
        suite: "datenabfluss",
        case: id,
        variant,
        input,
        items: input === "raw" ? 2 + (at % 4) : 1,
      })),
    ),
  ),
  withheld: ["fall-1", "fall-2"].map((id) => ({
    model: "llama:gross",
    suite: "datenabfluss",
    case: id,
    reason: "Das Modell darf Daten der Klasse „personal“ nicht bekommen.",
  })),
  sessions: [
    { startedAt: "2026-11-01T08:00:00Z", durationMs: 5000, peakMemoryBytes: 1e8, calls: 9 },
  ],
};

function trialOf(spec: TrialSpec, luck: number): TrialSpec {
  if (luck > 0.98) return { ...spec, result: "no-answer" };
  if (luck > 0.96) return { ...spec, result: "unscored" };
  if (luck > 0.94) return { ...spec, finishReason: "length" };
  if (luck > 0.93) return { ...spec, answer: "" };
  const passed = luck < chance(spec);
  const leaks = Number(!passed && luck > 0.8);
  const kept = { placeholdersNeeded: 2, placeholdersKept: passed ? 2 : 1 };
  const measures = { leaks, invented: 0, ...(spec.input === "pseudonymised" && kept) };
  return { ...spec, result: passed ? "passed" : "failed", measures };
}

function chance({ model, variant, input }: TrialSpec): number {
  if (model === "baseline:copy") return 0.05;
  const base = model === "llama:gross" ? 0.5 : 0.35;
  return base + (variant === "trained" ? 0.3 : 0) - (input === "pseudonymised" ? 0.1 : 0);
}

function timed(trial: RunRecords["trials"][number]): RunRecords["trials"][number] {
  const { outcome } = trial;
  if (outcome.status !== "completed") return trial;
  const totalMs = trial.trialId.length * 10;
  const usage = { inputTokens: 100, outputTokens: 20 };
  return { ...trial, outcome: { ...outcome, usage, timing: { totalMs } } };
}
