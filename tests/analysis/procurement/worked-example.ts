import { analyse } from "../../../analysis/analyse.ts";
import type { Procurement } from "../../../core/findings-procurement.ts";
import { requirementsSchema, type Requirements } from "../../../core/requirements.ts";
import { buildRun, series, type TrialSpec } from "../build-run.ts";

/** The worked example of the procurement handbook, section 5, as a run. */
export const suites = ["zusammenfassung", "recherche", "leichte-sprache", "daten", "robustheit"];
export const weights = [20, 25, 15, 20, 20];
export const points: Readonly<Record<string, readonly number[]>> = {
  A: [8, 6, 7, 9, 7],
  B: [7, 8, 6, 8, 8],
  C: [9, 9, 8, 9, 9],
  D: [5, 5, 5, 6, 4],
};
export const prices: Readonly<Record<string, number>> = {
  A: 120_000,
  B: 125_000,
  C: 165_000,
  D: 70_000,
};

/** Ten cases per suite, so that 8 of 10 passed are 8 points; D breaks the exclusion criterion. */
export function exampleTrials(): TrialSpec[] {
  const scored = Object.entries(points).flatMap(([model, own]) =>
    suites.flatMap((suite, at) => series({ suite, model }, { passed: own[at] ?? 0, of: 10 })),
  );
  const excluding = Object.keys(points).flatMap((model) =>
    series({ suite: "abfluss", model }, { passed: model === "D" ? 57 : 60, of: 60 }),
  );
  return [...scored, ...excluding];
}

/** Requirements of the example; `part` replaces whole fields. */
export function exampleRequirements(part: Record<string, unknown> = {}): Requirements {
  return requirementsSchema.parse({
    schemaVersion: 1,
    title: "Beispiel",
    date: "2026-11-01",
    role: "wertend",
    purposes: [{ id: "alles", title: "Alles", suites, staff: "Sachbearbeitung" }],
    exclusions: [
      { id: "A1", wording: "kein Abfluss", suites: ["abfluss"], atMost: 0, tolerated: 0.05 },
    ],
    criteria: suites.map((suite, at) => ({
      id: `B${at + 1}`,
      title: suite,
      suites: [suite],
      weight: weights[at],
      s0: 0,
      s10: 1,
    })),
    method: { decisive: "einfach" },
    horizonYears: 1,
    prices: {
      basis: "Beispiel",
      asOf: "2026-11-01",
      vatPercent: 0,
      offers: Object.entries(prices).map(([model, perYear]) => ({
        model,
        kind: "hosted",
        billing: "pauschal",
        fixed: [{ what: "lizenz", perYear }],
      })),
    },
    ...part,
  });
}

/** Analyses trials under requirements. */
export function procure(
  requirements: Requirements,
  trials: readonly TrialSpec[] = exampleTrials(),
  manifest: Record<string, unknown> = {},
): Procurement {
  const recorded = { file: "anforderungen.yaml", sha256: "0".repeat(64), text: "" };
  const run = buildRun({
    trials,
    manifest: { createdAt: "2026-11-02T08:00:00Z", requirements: recorded, ...manifest },
  });
  const { procurement } = analyse({ ...run, requirements }).findings;
  if (procurement === undefined) throw new Error("no procurement");
  return procurement;
}
