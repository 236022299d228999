import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { Speed } from "../../core/findings-speed.ts";
import type { Completed } from "../../core/outcome.ts";
import { buildRun } from "./build-run.ts";

interface Call {
  readonly endMs?: number;
  readonly timing?: Completed["timing"];
  readonly outputTokens?: number;
  readonly cached?: true;
}

/** The speed of a run of one model with these calls. */
function speedOf(calls: readonly Call[], manifest: Record<string, unknown> = {}): Speed[] {
  const run = buildRun({ trials: calls.map((_, index) => ({ case: `c${index}` })), manifest });
  const trials = run.trials.map((trial, index) => {
    const { endMs, timing, outputTokens, cached } = calls[index] ?? {};
    return {
      ...trial,
      outcome: {
        status: "completed" as const,
        answer: "Antwort",
        finishReason: "stop" as const,
        ...(timing && { timing }),
        ...(cached && { cached }),
        ...(outputTokens !== undefined && { usage: { outputTokens } }),
      },
      ...(endMs !== undefined && { finishedAt: new Date(1_800_000_000_000 + endMs).toISOString() }),
    };
  });
  return analyse({ ...run, trials }).findings.speed;
}

const embedded = {
  models: [{ id: "m", way: "llama" }],
  sessions: [
    {
      startedAt: "x",
      durationMs: 1,
      peakMemoryBytes: 9000,
      modelMemoryBytes: { m: 700 },
      calls: 1,
    },
    {
      startedAt: "y",
      durationMs: 1,
      peakMemoryBytes: 9000,
      modelMemoryBytes: { m: 600 },
      calls: 1,
    },
  ],
};

describe("the speed of a model", () => {
  test("is told with first token, rate, percentiles, cold start and memory", () => {
    const [speed] = speedOf(
      [
        {
          endMs: 1000,
          timing: { totalMs: 1000, firstTokenMs: 100, loadMs: 5000 },
          outputTokens: 50,
        },
        { endMs: 3000, timing: { totalMs: 2000, firstTokenMs: 300 }, outputTokens: 40 },
        { endMs: 6000, timing: { totalMs: 3000, firstTokenMs: 200 }, outputTokens: 90 },
      ],
      embedded,
    );
    expect(speed).toMatchObject({
      n: 3,
      atOnce: 1,
      medianMs: 2000,
      firstTokenMedianMs: 200,
      tokensPerSecond: 30,
      coldStartMs: 5000,
      memoryBytes: 700,
    });
    // Type 7 between the second and third of three: 2000 + 0.9 · 1000.
    expect(speed?.p95Ms).toBeCloseTo(2900, 9);
  });

  test("says how many answers were under way at once, pauses left out", () => {
    const timing = { totalMs: 1000 };
    const [speed] = speedOf([
      { endMs: 1000, timing },
      { endMs: 1000, timing },
      { endMs: 1500, timing },
      { endMs: 90_000, timing },
    ]);
    expect(speed?.atOnce).toBeCloseTo(4000 / 2500, 9);
  });

  test("leaves out what nobody measured", () => {
    const [speed] = speedOf([{ timing: { totalMs: 10 } }]);
    expect(Object.keys(speed ?? {}).toSorted()).toEqual([
      "medianMs",
      "method",
      "model",
      "n",
      "p95Ms",
    ]);
  });

  test("does not count answers of earlier runs, and none at all without a duration", () => {
    const timing = { totalMs: 10 };
    expect(speedOf([{ timing, cached: true }, {}])).toEqual([]);
    expect(speedOf([{ timing, cached: true }, { timing }])).toMatchObject([{ n: 1 }]);
  });

  test("has no memory for a model elsewhere, and baselines have none", () => {
    const session = { startedAt: "x", durationMs: 1, peakMemoryBytes: 9000, calls: 1 };
    const elsewhere = { sessions: [session], models: [{ id: "m", way: "ollama" }] };
    expect(speedOf([{ timing: { totalMs: 10 } }], elsewhere)[0]).not.toHaveProperty("memoryBytes");
    const baseline = { ...embedded, models: [{ id: "m", kind: "baseline", way: "baseline" }] };
    expect(speedOf([{ timing: { totalMs: 10 } }], baseline)).toEqual([]);
  });
});
