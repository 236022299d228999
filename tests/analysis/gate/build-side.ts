import { sideOfBaseline } from "../../../analysis/gate/baseline-file.ts";
import { usualSettings, type RuleSettings } from "../../../analysis/gate/gate-rule.ts";
import type { GateSide } from "../../../analysis/gate/gate-side.ts";
import { judgeGate, type GateOptions } from "../../../analysis/gate/judge-gate.ts";
import type { BaselineContent } from "../../../core/gate-baseline.ts";
import type { GateFindings } from "../../../core/findings-gate.ts";

/** A made-up side: per suite and case a letter for each attempt (`p`, `f`, `-`). */
export interface SideSpec {
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Ids in any suite. */
  readonly critical?: readonly string[];
  readonly model?: string;
  readonly variant?: string;
  readonly hashes?: Readonly<Record<string, string>>;
  readonly version?: string;
  readonly answers?: boolean;
}

/** Builds a side of the gate by way of a baseline file. */
export function buildSide(spec: SideSpec): GateSide {
  return sideOfBaseline(buildBaseline(spec));
}

export function buildBaseline(spec: SideSpec): BaselineContent {
  const { outcomes, critical = [], model = "m", variant = "trained", hashes = {} } = spec;
  const { version = "1.0.0" } = spec;
  return {
    schemaVersion: 1,
    kind: "amtsprobe-baseline",
    runId: "lauf",
    title: "Probe",
    createdAt: "2026-11-29T06:00:00Z",
    seed: 1,
    models: [{ id: model }],
    suites: Object.entries(outcomes).map(([name, cases]) => ({
      name,
      version,
      title: name.toUpperCase(),
      hash: "",
      testSetHash: "",
      graders: {},
      cases: Object.keys(cases).map((id) => ({
        id,
        hash: hashes[id] ?? "aa",
        ...(critical.includes(id) && { critical: true as const }),
      })),
    })),
    results: Object.entries(outcomes).map(([suite, cases]) => ({
      suite,
      model,
      variant,
      input: "raw" as const,
      outcomes: { ...cases },
      ...(spec.answers === true && {
        answers: Object.fromEntries(
          Object.entries(cases).map(([id, text]) => [
            id,
            Array.from(text, (letter) => ({
              answer: `${letter === "p" ? "gut" : "schlecht"}: ${id}`,
            })),
          ]),
        ),
      }),
    })),
  };
}

/** Judges with the usual settings, but for what is named. */
export function judge(
  before: GateSide,
  after: GateSide,
  part: Partial<RuleSettings> & Partial<Omit<GateOptions, "settings">> = {},
): GateFindings {
  const { choice = {}, quarantine = [], today = "2026-11-29", ...settings } = part;
  return judgeGate(before, after, {
    settings: { ...usualSettings, ...settings },
    choice,
    quarantine,
    today,
  });
}

/** Outcomes of one suite: so many cases lost, won, right in both and wrong in both. */
export function turned(counts: { lost?: number; won?: number; right?: number; wrong?: number }): {
  before: Record<string, string>;
  after: Record<string, string>;
} {
  const { lost = 0, won = 0, right = 0, wrong = 0 } = counts;
  const rows = [
    ...Array.from({ length: lost }, (_, at) => [`lost-${at}`, "p", "f"] as const),
    ...Array.from({ length: won }, (_, at) => [`won-${at}`, "f", "p"] as const),
    ...Array.from({ length: right }, (_, at) => [`right-${at}`, "p", "p"] as const),
    ...Array.from({ length: wrong }, (_, at) => [`wrong-${at}`, "f", "f"] as const),
  ];
  return {
    before: Object.fromEntries(rows.map(([id, before]) => [id, before])),
    after: Object.fromEntries(rows.map(([id, , after]) => [id, after])),
  };
}
