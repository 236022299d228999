import { analyse } from "../../../analysis/analyse.ts";
import type { Findings } from "../../../core/findings.ts";
import type { Card } from "../../../core/card.ts";
import { buildRun, series, type TrialSpec } from "../build-run.ts";
import { exampleRequirements, prices } from "./worked-example.ts";

/** Tasks of the example that are asked with both prompts; of ten cases so many pass. */
const tasks = ["recherche", "daten"];
const untrained: Readonly<Record<string, readonly number[]>> = {
  A: [2, 4],
  B: [6, 6],
  C: [9, 9],
  D: [4, 4],
  E: [4, 5],
  F: [3, 3],
};
const trained: Readonly<Record<string, readonly number[]>> = {
  A: [6, 9],
  B: [8, 8],
  C: [9, 9],
  D: [5, 6],
  E: [6, 7],
  F: [5, 5],
};
const names: Readonly<Record<string, string>> = {
  A: "Modell Aller",
  B: "Modell Bode",
  C: "Modell Chemnitz",
  D: "Modell Dahme",
  E: "Modell Elbe",
  F: "Modell Fulda",
};

/**
 * Two tasks of the worked example of the procurement handbook and its exclusion criterion, with six
 * models asked with the untrained and with the trained prompt, as the analysis sees them.
 */
export function bothPrompts(): { findings: Findings; cards: Card[] } {
  const requirements = exampleRequirements({
    title: "Assistenz Bürgeramt",
    purposes: [{ id: "alles", title: "Alles", suites: tasks, staff: "Sachbearbeitung" }],
    criteria: tasks.map((suite, at) => ({
      id: `B${at + 1}`,
      title: suite,
      suites: [suite],
      weight: 50,
      s0: 0,
      s10: 1,
    })),
    prices: {
      basis: "Preislisten",
      asOf: "2026-11-01",
      vatPercent: 0,
      offers: Object.entries({ ...prices, E: 90_000, F: 60_000 }).map(([model, perYear]) => ({
        model,
        kind: "hosted",
        billing: "pauschal",
        fixed: [{ what: "lizenz", perYear }],
      })),
    },
  });
  const run = buildRun({
    trials: [
      ...trialsOf("untrained", untrained),
      ...trialsOf("trained", trained),
      ...Object.keys(names).flatMap((model) =>
        series({ suite: "abfluss", model }, { passed: model === "D" ? 57 : 60, of: 60 }),
      ),
    ],
    manifest: {
      runId: "2026-11-02-beide-prompts",
      title: "Beispiel mit beiden Prompts",
      profile: "full",
      createdAt: "2026-11-02T08:00:00Z",
      requirements: { file: "anforderungen.yaml", sha256: "a".repeat(64), text: "" },
      models: Object.entries(names).map(([id, name]) => ({ id, name })),
    },
  });
  return analyse({ ...run, requirements });
}

function trialsOf(
  variant: string,
  passed: Readonly<Record<string, readonly number[]>>,
): TrialSpec[] {
  return Object.entries(passed).flatMap(([model, own]) =>
    tasks.flatMap((suite, at) =>
      series({ suite, model, variant }, { passed: own[at] ?? 0, of: 10 }),
    ),
  );
}
