import { compareRuns } from "../../analysis/compare-runs.ts";
import type { RunComparison } from "../../core/run-comparison.ts";
import { buildRun, series, type TrialSpec } from "../analysis/build-run.ts";

/** Two made-up runs: one prompt got worse, the other stayed about the same. */
export function comparisonFixture(): RunComparison {
  const models = [{ id: "llama:probe", name: "probe-modell" }];
  const build = (trained: number, untrained: number, runId: string) =>
    buildRun({
      trials: [...prompt("trained", trained), ...prompt("untrained-kurz", untrained)],
      manifest: { runId, title: "Probe", createdAt: "2026-11-01T09:00:00Z", models },
    });
  return compareRuns(build(18, 9, "lauf-1"), build(8, 10, "lauf-2"));
}

function prompt(variant: string, passed: number): TrialSpec[] {
  const answer = "Die Frist beträgt einen Monat.";
  return series({ variant, model: "llama:probe", answer }, { passed, of: 20 });
}
