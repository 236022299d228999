import { describe, expect, test } from "vitest";
import { callModel, defaultRetryPolicy, type CallContext } from "../../engine/call.ts";
import type { Outcome } from "../../core/outcome.ts";
import { completed, failed, stubModel } from "../helpers/stub-model.ts";
import { virtualClock } from "../helpers/virtual-clock.ts";

const request = { messages: [], temperature: 0, seed: 1, maxTokens: 10 };

async function ask(answers: readonly Outcome[], part: Partial<CallContext> = {}) {
  const clock = virtualClock();
  const model = stubModel((_request, call) => answers[call] ?? failed("internal"));
  const outcome = await callModel(model, request, {
    clock,
    random: () => 0.5,
    policy: defaultRetryPolicy,
    pass: async (call) => call(),
    signal: new AbortController().signal,
    ...part,
  });
  return { outcome, calls: model.requests.length, pauses: clock.pauses };
}

describe("callModel", () => {
  test("tries passing failures again, with growing pauses", async () => {
    const { outcome, calls, pauses } = await ask([
      failed("overload"),
      failed("network"),
      failed("timeout"),
      completed("ja"),
    ]);
    expect(outcome).toMatchObject({ answer: "ja" });
    expect(calls).toBe(4);
    expect(pauses).toEqual([500, 1000, 2000]);
  });

  test("gives up after four failures and says the last one", async () => {
    const { outcome, calls } = await ask(Array.from({ length: 9 }, () => failed("overload")));
    expect(outcome).toMatchObject({ code: "overload" });
    expect(calls).toBe(4);
  });

  test("does not count rate limits as attempts and waits as long as the endpoint says", async () => {
    const limits = Array.from({ length: 6 }, () => failed("rate-limit", { retryAfterMs: 7000 }));
    const { outcome, pauses } = await ask([...limits, completed("ja")]);
    expect(outcome.status).toBe("completed");
    expect(pauses).toEqual(Array.from({ length: 6 }, () => 7000));
  });

  test("backs off by itself when an endpoint that refuses wants to be asked again at once", async () => {
    const limits = Array.from({ length: 3 }, () => failed("rate-limit", { retryAfterMs: 0 }));
    const { outcome, pauses } = await ask([...limits, completed("ja")]);
    expect(outcome.status).toBe("completed");
    expect(pauses).toEqual([500, 1000, 2000]);
  });

  test.each(["authentication", "model-not-found", "context-too-long", "internal"] as const)(
    "does not try %s again",
    async (code) => {
      const { outcome, calls } = await ask([failed(code), completed("ja")]);
      expect(outcome).toMatchObject({ code });
      expect(calls).toBe(1);
    },
  );

  test("does not call at all once aborted", async () => {
    const { outcome, calls } = await ask([completed("ja")], { signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ code: "aborted" });
    expect(calls).toBe(0);
  });
});
