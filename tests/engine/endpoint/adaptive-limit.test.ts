import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeAdaptiveLimit, type AdaptiveLimit } from "../../../engine/endpoint/adaptive-limit.ts";

/** Successes one after the other, each sent after the one before had ended. */
function succeed(limit: AdaptiveLimit, times: number, part: { ms?: number; from?: number } = {}) {
  const { ms = 100, from = 0 } = part;
  for (let index = 0; index < times; index += 1) {
    const startedAt = from + index * ms;
    limit.onSuccess({ startedAt, finishedAt: startedAt + ms, isSaturated: true });
  }
}

describe("makeAdaptiveLimit", () => {
  test("grows by one for every success at first, up to the most", () => {
    const limit = makeAdaptiveLimit({ start: 2, most: 10 });
    succeed(limit, 3);
    expect(limit.limit()).toBe(5);
    succeed(limit, 50, { from: 1000 });
    expect(limit.limit()).toBe(10);
  });

  test("halves on a 429 and then grows by one a round", () => {
    const limit = makeAdaptiveLimit({ start: 16, most: 64 });
    limit.onRateLimit({ startedAt: 900, finishedAt: 1000 });
    expect(limit.limit()).toBe(8);
    succeed(limit, 4, { from: 2000 });
    expect(limit.limit()).toBe(8);
    succeed(limit, 5, { from: 3000 });
    expect(limit.limit()).toBe(9);
  });

  test("a burst of 429 to calls that were under way together is one sign, not many", () => {
    const limit = makeAdaptiveLimit({ start: 16, most: 64 });
    for (let index = 0; index < 10; index += 1) {
      limit.onRateLimit({ startedAt: 1000, finishedAt: 1100 + index });
    }
    expect(limit.limit()).toBe(8);
    limit.onRateLimit({ startedAt: 1150, finishedAt: 1200 });
    expect(limit.limit()).toBe(4);
  });

  test("halves when answers come at half the best pace", () => {
    const limit = makeAdaptiveLimit({ start: 8, most: 8 });
    succeed(limit, 12, { ms: 100 });
    succeed(limit, 12, { ms: 350, from: 5000 });
    expect(limit.limit()).toBe(4);
  });

  test("a long answer may take long", () => {
    const limit = makeAdaptiveLimit({ start: 8, most: 8 });
    const answer = (startedAt: number, outputTokens: number) =>
      limit.onSuccess({
        startedAt,
        finishedAt: startedAt + outputTokens * 10,
        outputTokens,
        isSaturated: true,
      });
    for (let index = 0; index < 12; index += 1) answer(index * 1000, 80);
    for (let index = 0; index < 12; index += 1) answer(100_000 + index * 10_000, 800);
    expect(limit.limit()).toBe(8);
  });

  test("does not grow where it is not used up", () => {
    const limit = makeAdaptiveLimit({ start: 2, most: 10 });
    limit.onSuccess({ startedAt: 0, finishedAt: 1, isSaturated: false });
    expect(limit.limit()).toBe(2);
  });

  test("one call at a time in trouble, and quickly up again afterwards", () => {
    const limit = makeAdaptiveLimit({ start: 8, most: 8 });
    limit.onTrouble();
    expect(limit.limit()).toBe(1);
    succeed(limit, 7);
    expect(limit.limit()).toBe(8);
  });

  test("is always a whole number from 1 to the most", () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant("ok"), ms: fc.integer({ min: 1, max: 5000 }) }),
      fc.record({ kind: fc.constant("limit"), ms: fc.constant(1) }),
      fc.record({ kind: fc.constant("trouble"), ms: fc.constant(1) }),
    );
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 200 }),
        fc.integer({ min: 1, max: 40 }),
        (events, most) => {
          const limit = makeAdaptiveLimit({ start: 4, most });
          let now = 0;
          for (const { kind, ms } of events) {
            if (kind === "ok") succeed(limit, 1, { ms, from: now });
            else if (kind === "limit") limit.onRateLimit({ startedAt: now, finishedAt: now + 1 });
            else limit.onTrouble();
            now += ms;
            expect(Number.isInteger(limit.limit())).toBe(true);
            expect(limit.limit()).toBeGreaterThanOrEqual(1);
            expect(limit.limit()).toBeLessThanOrEqual(most);
          }
        },
      ),
    );
  });
});
