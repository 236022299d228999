import { describe, expect, test } from "vitest";
import { twoFactorInterval } from "../../../analysis/bias/two-factor-interval.ts";
import { ratioInterval } from "../../../analysis/bias/ratio-interval.ts";
import { scoreDisambiguated } from "../../../analysis/bias/bbq-score.ts";
import { createRandom, type Random } from "../../../analysis/statistics/random.ts";

const options = { seed: 1, draws: 1000 };

function uniform(random: Random): number {
  return random() / 2 ** 32;
}

/** Templates with an effect of their own, two persons a group with one of theirs; the true difference is 0. */
function contrasts(random: Random, templates: number) {
  const noise = (size: number): number => size * (uniform(random) + uniform(random) - 1);
  return Array.from({ length: templates }, (_, at) => {
    const own = noise(0.4);
    return {
      template: `${at}`,
      a: [own + noise(0.6), own + noise(0.6)],
      b: [noise(0.6), noise(0.6)],
      answers: 4,
    };
  });
}

describe("covers the truth in at least 95 %, persons and templates being random", () => {
  test.each([6, 12, 24])("%i templates", { timeout: 30_000 }, (templates) => {
    const random = createRandom(20261129, templates);
    const runs = 400;
    const hits = Array.from({ length: runs }).filter(() => {
      const { low = 1, high = -1 } = twoFactorInterval(contrasts(random, templates), options) ?? {};
      return low <= 0 && high >= 0;
    });
    expect(hits.length / runs).toBeGreaterThanOrEqual(0.93);
  });
});

test("is wider than with templates alone when persons differ", () => {
  const wide = contrasts(createRandom(5, 1), 14);
  const means = wide.map(({ template, a, b, answers }) => {
    const mean = (values: readonly number[]) =>
      values.reduce((sum, v) => sum + v, 0) / values.length;
    return { template, a: [mean(a)], b: [mean(b)], answers };
  });
  const [both, one] = [wide, means].map((rows) => twoFactorInterval(rows, options));
  expect((both?.high ?? 0) - (both?.low ?? 0)).toBeGreaterThan((one?.high ?? 0) - (one?.low ?? 0));
});

test("nothing is known from a single template, or where nothing varies", () => {
  const same = { template: "t", a: [1], b: [1], answers: 2 };
  expect(twoFactorInterval([same], options)).toBeUndefined();
  expect(
    twoFactorInterval(
      Array.from({ length: 12 }, () => same),
      options,
    ),
  ).toBeUndefined();
});

describe("the interval of a BBQ score", () => {
  const cluster = (named: number, biased: number) => ({ named, biased, unknown: 4 - named });

  test("lies around the score", () => {
    const clusters = Array.from({ length: 30 }, (_, at) => cluster(2, at % 4 === 0 ? 2 : 1));
    const { low = 1, high = -1 } = ratioInterval(clusters, scoreDisambiguated, options) ?? {};
    expect(low).toBeLessThan(0.25);
    expect(high).toBeGreaterThan(0.25);
    expect(high - low).toBeLessThan(0.5);
  });

  test("does not exist for few clusters, without variance, or when the score mostly does not exist", () => {
    const few = Array.from({ length: 9 }, (_, at) => cluster(2, at % 3));
    const alike = Array.from({ length: 30 }, () => cluster(2, 2));
    const rare = Array.from({ length: 30 }, (_, at) => cluster(at === 0 ? 1 : 0, 0));
    for (const clusters of [few, alike, rare]) {
      expect(ratioInterval(clusters, scoreDisambiguated, options)).toBeUndefined();
    }
  });
});
