import type { Speed } from "../core/findings-speed.ts";
import type { Completed } from "../core/outcome.ts";
import type { MeasuredRun } from "./measured-run.ts";
import type { JudgedTrial } from "./read-verdicts.ts";
import type { RowOrder } from "./row-order.ts";
import { quantile } from "./statistics/quantile.ts";

const method =
  "Median und 95. Perzentil der Dauern (Typ 7); Token je Sekunde: Summe der Token durch Summe der Dauern";

/** An answer that was really asked for, with its duration. */
interface Timed {
  readonly outcome: Completed;
  readonly totalMs: number;
  /** Moment of the end in milliseconds; absent when the record does not say. */
  readonly endMs: number | undefined;
}

/** The speed of every model that was asked and told its durations; baselines do not answer. */
export function findSpeed(run: MeasuredRun, order: RowOrder): Speed[] {
  const { models, sessions } = run.manifest;
  return order.models.flatMap((model) => {
    const description = models.find(({ id }) => id === model);
    if (description?.kind === "baseline") return [];
    const timed = run.trials.filter((trial) => trial.model === model).flatMap(timedOf);
    if (timed.length === 0) return [];
    const peaks = sessions.flatMap(({ modelMemoryBytes = {} }) => modelMemoryBytes[model] ?? []);
    const memory = peaks.length > 0 && { memoryBytes: Math.max(...peaks) };
    return [{ model, ...speedOf(timed), ...memory, method }];
  });
}

function timedOf({ outcome, finishedAt }: JudgedTrial): Timed[] {
  if (outcome.status !== "completed" || outcome.cached === true) return [];
  const totalMs = outcome.timing?.totalMs;
  if (totalMs === undefined) return [];
  const endMs = finishedAt === undefined ? Number.NaN : Date.parse(finishedAt);
  return [{ outcome, totalMs, endMs: Number.isNaN(endMs) ? undefined : endMs }];
}

function speedOf(timed: readonly Timed[]): Omit<Speed, "model" | "method"> {
  const durations = timed.map(({ totalMs }) => totalMs).toSorted((a, b) => a - b);
  const first = timed
    .flatMap(({ outcome }) => outcome.timing?.firstTokenMs ?? [])
    .toSorted((a, b) => a - b);
  const loads = timed.flatMap(({ outcome }) => outcome.timing?.loadMs ?? []);
  const tokens = tokensPerSecond(timed);
  const atOnce = averageAtOnce(timed);
  return {
    n: timed.length,
    ...(atOnce !== undefined && { atOnce }),
    medianMs: quantile(durations, 0.5),
    p95Ms: quantile(durations, 0.95),
    ...(first.length > 0 && {
      firstTokenMedianMs: quantile(first, 0.5),
      firstTokenP95Ms: quantile(first, 0.95),
    }),
    ...(tokens !== undefined && { tokensPerSecond: tokens }),
    ...(loads.length > 0 && { coldStartMs: Math.max(...loads) }),
  };
}

/** Absent as soon as one answer does not tell its tokens, or when no time passed. */
function tokensPerSecond(timed: readonly Timed[]): number | undefined {
  let tokens = 0;
  let elapsed = 0;
  for (const { outcome, totalMs } of timed) {
    const counted = outcome.usage?.outputTokens;
    if (counted === undefined) return undefined;
    tokens += counted;
    elapsed += totalMs;
  }
  return elapsed === 0 ? undefined : tokens / (elapsed / 1000);
}

/** Sum of the durations over the time in which at least one answer was under way. */
function averageAtOnce(timed: readonly Timed[]): number | undefined {
  const spans = timed
    .flatMap(({ endMs, totalMs }) =>
      endMs === undefined ? [] : [{ start: endMs - totalMs, end: endMs }],
    )
    .toSorted((a, b) => a.start - b.start);
  if (spans.length < timed.length) return undefined;
  let busy = 0;
  let sum = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { start, end } of spans) {
    sum += end - start;
    busy += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return busy === 0 ? undefined : Math.max(1, sum / busy);
}
