import type { Failure, Findings } from "../core/findings.ts";
import type { Need, TrainingNeed } from "../core/findings-training-need.ts";
import { competences, type Competence } from "../core/findings-training-need.ts";
import type { ModelDescription } from "../core/model.ts";
import type { Requirements } from "../core/requirements.ts";
import { estimateMean, tidy, type Estimate } from "./estimate.ts";
import type { MeasuredRun } from "./measured-run.ts";
import { scales, type Scale } from "./statistics/interval.ts";
import { chooseModel } from "./training-need/chosen-model.ts";
import { strongestExamples } from "./training-need/examples.ts";
import { burdensOf, type Burden } from "./training-need/burdens.ts";

/** What the need is worked out from. */
export interface TrainingNeedInput {
  readonly run: MeasuredRun;
  readonly models: readonly ModelDescription[];
  readonly failures: readonly Failure[];
  readonly procurement: Findings["procurement"];
  readonly requirements?: Requirements | undefined;
}

/**
 * What people have to learn: failures that the chosen model still makes, by the competence that
 * would catch them. Per case: share of answers with such a failure × severity (1–4) ÷ detectability
 * (1–3); then the mean over all measured cases of a task, and over tasks with equal weights.
 * `undefined` when no model was measured.
 */
export function findTrainingNeed(input: TrainingNeedInput): TrainingNeed | undefined {
  const { run, requirements } = input;
  const choice = chooseModel(input);
  if (choice === undefined) return undefined;
  const failures = new Map(input.failures.map((failure) => [failure.trialId, failure]));
  const burdens = burdensOf(run, choice.model);
  const thresholds = requirements?.training ?? defaultThresholds;
  const context = { run, burdens, failures, thresholds };
  const suites = [...new Set(burdens.map(({ suite }) => suite))];
  return {
    ...choice,
    thresholds,
    needs: [
      ...needsOf({ scope: "all", suites }, context),
      ...staffGroups(requirements, suites).flatMap((group) => needsOf(group, context)),
      ...suites.flatMap((suite) =>
        needsOf({ scope: "task", name: suite, suites: [suite] }, context),
      ),
    ],
  };
}

/** As in the requirements, for a run without any. */
const defaultThresholds = { high: 0.5, medium: 0.15 };

interface Context {
  readonly run: MeasuredRun;
  readonly burdens: readonly Burden[];
  readonly failures: ReadonlyMap<string, Failure>;
  readonly thresholds: TrainingNeed["thresholds"];
}

interface Scope extends Pick<Need, "scope" | "name"> {
  readonly suites: readonly string[];
}

/** Who works with the model, and the tasks that are theirs. */
function staffGroups(requirements: Requirements | undefined, measured: readonly string[]): Scope[] {
  const named = (requirements?.purposes ?? []).flatMap(({ staff, suites }) =>
    staff === undefined ? [] : [{ staff, suites }],
  );
  return [...Map.groupBy(named, ({ staff }) => staff)].flatMap(([name, members]) => {
    const suites = measured.filter((suite) =>
      members.some((member) => member.suites.includes(suite)),
    );
    return suites.length === 0 ? [] : [{ scope: "staff" as const, name, suites }];
  });
}

function needsOf(scope: Scope, context: Context): Need[] {
  return competences
    .flatMap((competence) => needOf(scope, competence, context))
    .toSorted((a, b) => b.value - a.value || b.high - a.high);
}

/** Only cases that can show the competence count; without one there is no number. */
function needOf(scope: Scope, competence: Competence, context: Context): Need[] {
  const rows = context.burdens.filter(
    ({ suite, shares, observable }) =>
      scope.suites.includes(suite) && (observable.has(competence) || shares.has(competence)),
  );
  const share = ({ shares }: Burden): number => shares.get(competence) ?? 0;
  const rate = estimateOver(context.run, rows, { scale: scales.share, value: share });
  const need = estimateOver(context.run, rows, {
    scale: needScale,
    value: (row) => (share(row) * row.severity) / row.detectability,
  });
  if (rate === undefined || need === undefined) return [];
  const levels = [need.low, need.value, need.high].map((value) =>
    levelOf(value, context.thresholds),
  );
  const failed = rows.reduce((sum, row) => sum + share(row), 0);
  const weighted = (part: "severity" | "detectability"): number =>
    tidy(rows.reduce((sum, row) => sum + share(row) * row[part], 0) / failed);
  return [
    {
      scope: scope.scope,
      ...(scope.name !== undefined && { name: scope.name }),
      competence,
      failed: tidy(failed),
      rate: { value: rate.value, low: rate.low, high: rate.high, method: rate.method },
      ...(failed > 0 && {
        severity: weighted("severity"),
        detectability: weighted("detectability"),
      }),
      ...need,
      level: levels[1] ?? "low",
      certain: levels[0] === levels[2],
      examples: strongestExamples(rows, competence, context.failures),
    },
  ];
}

/** Failure share (0..1) × severity (1..4) ÷ detectability (1..3). */
const needScale: Scale = { minimum: 0, maximum: 4 };

function levelOf(value: number, { high, medium }: TrainingNeed["thresholds"]): Need["level"] {
  if (value >= high) return "high";
  return value >= medium ? "medium" : "low";
}

/** Mean over suites with equal weights of the mean over cases. */
function estimateOver(
  run: MeasuredRun,
  rows: readonly Burden[],
  { scale, value }: { readonly scale: Scale; readonly value: (row: Burden) => number },
): Estimate | undefined {
  const samples = [...Map.groupBy(rows, ({ suite }) => suite)].map(([suite, members]) => ({
    suite,
    stream: run.streamOf(suite),
    values: members.map(value),
  }));
  return estimateMean(samples, { resampler: run.resampler, scale, paired: false });
}
