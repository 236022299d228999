import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../core/outcome.ts";
import { makeEndpointGate } from "../../../engine/endpoint/endpoint-gate.ts";
import type { GateContext, GateLimits } from "../../../engine/endpoint/gate.ts";
import { completed, failed } from "../../helpers/stub-model.ts";
import { makeTimeline, type Timeline } from "../../helpers/timeline.ts";

interface Scene {
  readonly time: Timeline;
  /** Sends a call that takes `ms`; gives the times at which calls began. */
  readonly send: (answer: (startedAt: number) => Outcome, part?: SendPart) => Promise<Outcome>;
  readonly starts: { readonly at: number; readonly model: string }[];
  readonly most: () => number;
  readonly gate: ReturnType<typeof makeEndpointGate>;
}

interface SendPart {
  readonly model?: string;
  readonly ms?: number;
  readonly tokens?: number;
  readonly signal?: AbortSignal;
}

function scene(limits: Partial<GateLimits> = {}, context: Partial<GateContext> = {}): Scene {
  const time = makeTimeline();
  const all = { start: 4, most: 8, ...limits };
  const gate = makeEndpointGate(all, { clock: time, random: () => 1, ...context });
  const starts: { at: number; model: string }[] = [];
  let underWay = 0;
  let most = 0;
  const never = new AbortController().signal;
  return {
    time,
    starts,
    gate,
    most: () => most,
    send: async (answer, { model = "m", ms = 100, tokens = 1, signal = never } = {}) =>
      gate.pass({ model, tokens, signal }, async () => {
        starts.push({ at: time.now(), model });
        underWay += 1;
        most = Math.max(most, underWay);
        await time.sleep(ms, never);
        underWay -= 1;
        return answer(time.now() - ms);
      }),
  };
}

const ok = () => completed("ja", { usage: { inputTokens: 1, outputTokens: 1 } });

describe("makeEndpointGate", () => {
  test("never lets in more than the limit, and grows into what the endpoint takes", async () => {
    const { send, time, most } = scene({ start: 2, most: 6 });
    const calls = Array.from({ length: 60 }, async () => send(ok));
    await time.run();
    await Promise.all(calls);
    expect(most()).toBe(6);
  });

  test("waits as long as a 429 asks for, everybody", async () => {
    const { send, time, starts } = scene({ start: 1, most: 1 });
    const limited = failed("rate-limit", { retryAfterMs: 5000 });
    const calls = [send(() => limited), send(ok), send(ok)];
    await time.run();
    await Promise.all(calls);
    expect(starts.map(({ at }) => at)).toEqual([0, 5100, 5200]);
  });

  test("does not wait longer than its patience", async () => {
    const { send, time, starts } = scene({ start: 1, most: 1, patienceMs: 1000 });
    const calls = [send(() => failed("rate-limit", { retryAfterMs: 3_600_000 })), send(ok)];
    await time.run();
    await Promise.all(calls);
    expect(starts.map(({ at }) => at)).toEqual([0, 100]);
  });

  test("spreads requests and tokens over the minute", async () => {
    const requests = scene({ requestsPerMinute: 60 });
    const calls = Array.from({ length: 4 }, async () => requests.send(ok));
    await requests.time.run();
    await Promise.all(calls);
    expect(requests.starts.map(({ at }) => at)).toEqual([0, 1000, 2000, 3000]);
    const tokens = scene({ tokensPerMinute: 60_000, start: 1, most: 1 });
    const answer = () => completed("ja", { usage: { inputTokens: 400, outputTokens: 100 } });
    const long = Array.from({ length: 3 }, async () => tokens.send(answer, { tokens: 1000 }));
    await tokens.time.run();
    await Promise.all(long);
    // 1000 tokens were expected and 500 used, so the next call may come after half a second.
    expect(tokens.starts.map(({ at }) => at)).toEqual([0, 500, 1000]);
  });

  test("serves models in turn", async () => {
    const { send, time, starts } = scene({ start: 1, most: 1 });
    const calls = [
      ...Array.from({ length: 4 }, async () => send(ok, { model: "a" })),
      ...Array.from({ length: 2 }, async () => send(ok, { model: "b" })),
    ];
    await time.run();
    await Promise.all(calls);
    expect(starts.map(({ model }) => model).join("")).toBe("aababa");
  });

  test("rests with growing pauses once three equal failures came, one call at a time", async () => {
    const { send, time, starts } = scene({ start: 4, most: 4 });
    const calls = Array.from({ length: 8 }, async () => send(() => failed("network")));
    await time.run();
    await Promise.all(calls);
    const gaps = starts.slice(4).map(({ at }, index) => at - (starts[index + 3]?.at ?? 0));
    expect(gaps).toEqual([100, 0, 8100, 16_100]);
  });

  test("asks after ten equal failures, lets nobody in meanwhile, and gives up when told so", async () => {
    const asked: number[] = [];
    const { send, time, starts, gate } = scene(
      { start: 1, most: 1 },
      {
        onStreak: async (streak) => {
          asked.push(streak.length);
          await time.sleep(50_000, new AbortController().signal);
          return asked.length === 1 ? "continue" : "stop";
        },
      },
    );
    const calls = Array.from({ length: 25 }, async () =>
      send(() => failed("network"), { signal: gate.down }),
    );
    await time.run();
    const outcomes = await Promise.all(calls);
    expect(asked).toEqual([10, 20]);
    expect(starts).toHaveLength(20);
    expect((starts[10]?.at ?? 0) - (starts[9]?.at ?? 0)).toBeGreaterThanOrEqual(50_000);
    expect(gate.down.reason).toMatchObject({ code: "network", length: 20 });
    const aborted = outcomes.filter((one) => one.status === "failed" && one.code === "aborted");
    expect(aborted).toHaveLength(5);
  });

  test("an abort takes whoever waits out of the queue and frees no place twice", async () => {
    const { send, time, gate } = scene({ start: 1, most: 1 });
    const controller = new AbortController();
    const calls = [send(ok), send(ok, { signal: controller.signal }), send(ok)];
    controller.abort();
    await time.run();
    const outcomes = await Promise.all(calls);
    expect(outcomes.map(({ status }) => status)).toEqual(["completed", "failed", "completed"]);
    expect(gate.state()).toEqual({ limit: 1, underWay: 0, waiting: 0, pauseMs: 0 });
  });

  test("passes on what a call throws and frees its place", async () => {
    const { gate, time } = scene({ start: 1, most: 1 });
    const visitor = { model: "m", tokens: 1, signal: new AbortController().signal };
    const broken = gate.pass(visitor, async () => Promise.reject(new Error("kaputt")));
    await expect(broken).rejects.toThrow("kaputt");
    const next = gate.pass(visitor, async () => Promise.resolve(ok()));
    await time.run();
    expect(await next).toMatchObject({ status: "completed" });
  });

  test("whatever comes, nobody is forgotten and no limit is passed", async () => {
    const answer = fc.oneof(
      fc.constant(completed("ja")),
      fc.constant(failed("overload")),
      fc
        .record({ retryAfterMs: fc.integer({ min: 0, max: 3000 }) })
        .map((part) => failed("rate-limit", part)),
    );
    const one = fc.record({
      answer,
      ms: fc.integer({ min: 0, max: 500 }),
      model: fc.constantFrom("a", "b", "c"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        async (sent, limit) => {
          const { send, time, most, starts } = scene({ start: limit, most: limit });
          const calls = sent.map(async (call) => send(() => call.answer, call));
          await time.run();
          expect(await Promise.all(calls)).toHaveLength(sent.length);
          expect(starts).toHaveLength(sent.length);
          expect(most()).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 60 },
    );
  });
});
