import { describe, expect, test } from "vitest";
import { growthOf, type Sample } from "../../../bench/soak/growth.ts";

const full = 16_000_000;

/** Samples of a life that asks, with a young generation of full size. */
function warm(...rss: readonly number[]): Sample[] {
  return rss.map((bytes) => ({ rss: bytes, young: full, asking: true }));
}

describe("growthOf", () => {
  test("compares the means of the first and the last quarter", () => {
    expect(growthOf(warm(100, 102, 1, 2, 3, 4, 110, 130))).toEqual({ early: 101, late: 120 });
  });

  test("leaves out what is before the young generation has the size it ends with", () => {
    const cold = warm(1, 1, 1).map((sample, at) => ({ ...sample, young: full / 4 + at }));
    const samples = [...cold, ...warm(100, 100, 100, 100, 100, 100, 100, 100)];
    expect(growthOf(samples)).toEqual({ early: 100, late: 100 });
  });

  test("leaves out what is before the first answer and after the last", () => {
    const idle = warm(1, 900).map((sample) => ({ ...sample, asking: false }));
    // A young generation that is larger while nobody asks does not count either.
    const reading = { rss: 5, young: full * 2, asking: false };
    const asking = warm(100, 100, 100, 100, 200, 200, 200, 200);
    const samples = [reading, ...idle.slice(0, 1), ...asking, ...idle.slice(1)];
    expect(growthOf(samples)).toEqual({ early: 100, late: 200 });
  });

  test("says nothing of a life that was warm for less than 4 s", () => {
    expect(growthOf(warm(1, 2, 3, 4, 5, 6, 7))).toBeUndefined();
    expect(growthOf(warm(1, 2, 3, 4, 5, 6, 7, 8))).toBeDefined();
    expect(growthOf([])).toBeUndefined();
  });

  test("takes a quarter of whole samples when they do not divide by four", () => {
    const samples = warm(10, 20, 0, 0, 0, 0, 0, 0, 30, 40, 99).slice(0, 10);
    expect(growthOf(samples)).toEqual({ early: 15, late: 35 });
  });
});
