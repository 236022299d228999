import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { Rate } from "../../core/findings.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

function ratesOf(trials: readonly TrialSpec[]): Rate[] {
  return analyse(buildRun({ trials })).findings.rates;
}

function rateIn(rates: readonly Rate[], suite: string, model = "m"): Rate | undefined {
  return rates.find((rate) => rate.suite === suite && rate.model === model);
}

describe("one attempt each", () => {
  test("8 of 10 with Wilson's interval", () => {
    expect(rateIn(ratesOf(series({}, { passed: 8, of: 10 })), "s")).toMatchObject({
      n: 10,
      passed: 8,
      notMeasured: 0,
      value: 0.8,
      low: expect.closeTo(0.490162, 5) as number,
      high: expect.closeTo(0.943318, 5) as number,
      method: expect.stringContaining("Wilson") as string,
    });
  });

  test("what was not measured leaves the denominator and is counted; silence stays in it", () => {
    const rates = ratesOf([
      { case: "a" },
      { case: "b", result: "failed" },
      { case: "c", result: "no-answer" },
      { case: "d", result: "unscored" },
      { case: "e", answer: "  " },
      { case: "f", finishReason: "refusal" },
      { case: "g", finishReason: "length" },
    ]);
    expect(rateIn(rates, "s")).toMatchObject({ n: 5, passed: 1, notMeasured: 2, value: 0.2 });
  });

  test("nothing measured, no row", () => {
    expect(ratesOf([{ case: "a", result: "no-answer" }])).toEqual([]);
  });
});

describe("several measurements a case", () => {
  test("attempts are averaged inside the case, one vote a case", () => {
    const [rate] = ratesOf([
      { case: "a", attempt: 1 },
      { case: "a", attempt: 2 },
      { case: "a", attempt: 3, result: "failed" },
      { case: "b", attempt: 1, result: "failed" },
    ]);
    expect(rate).toMatchObject({ n: 2, passed: expect.closeTo(2 / 3, 10) as number });
    expect(rate?.value).toBeCloseTo(1 / 3, 10);
    expect(rate?.low).toBeLessThan(rate?.value ?? 0);
  });

  test("untrained is the mean of its styles, which also stand one by one", () => {
    const styles = ["untrained-kurz", "untrained-kopie", "untrained-vage"];
    const trials = styles.flatMap((variant, at) => series({ variant }, { passed: 4 * at, of: 12 }));
    const { rates, styleRates } = analyse(buildRun({ trials })).findings;
    const rate = rates.find(({ suite, variant }) => suite === "s" && variant === "untrained");
    expect(rate).toMatchObject({ n: 12, value: expect.closeTo(1 / 3, 10) as number });
    expect(rate?.method).toContain("Bootstrap");
    expect(styleRates.map(({ variant, value }) => [variant, value])).toEqual([
      ["untrained-kopie", expect.closeTo(1 / 3, 10)],
      ["untrained-kurz", 0],
      ["untrained-vage", expect.closeTo(2 / 3, 10)],
    ]);
  });
});

describe("over all suites", () => {
  const trials = [
    ...series({ suite: "gross" }, { passed: 90, of: 100 }),
    ...series({ suite: "klein" }, { passed: 1, of: 10 }),
    ...series({ suite: "gross", model: "halb" }, { passed: 50, of: 100 }),
  ];
  const rates = ratesOf(trials);

  test("the mean of the suites, not the heap of the cases", () => {
    expect(rateIn(rates, "alle")).toMatchObject({ n: 110, passed: 91, value: 0.5 });
    expect(rateIn(rates, "alle")?.method).toContain("gross, klein");
  });

  test("the interval is that of independent suites", () => {
    const rate = rateIn(rates, "alle");
    const error = Math.sqrt((0.9 * 0.1) / 100 + (0.1 * 0.9) / 10) / 2;
    expect((rate?.high ?? 0) - (rate?.low ?? 0)).toBeGreaterThan(2 * 1.96 * error * 0.9);
    expect((rate?.high ?? 0) - (rate?.low ?? 0)).toBeLessThan(2 * 1.96 * error * 1.6);
  });

  test("not for a model that has only some of them", () => {
    expect(rateIn(rates, "alle", "halb")).toBeUndefined();
    expect(rateIn(rates, "gross", "halb")).toMatchObject({ value: 0.5 });
  });
});

test("all passed is no certainty", () => {
  const trials = ["untrained-kurz", "untrained-vage"].flatMap((variant) =>
    series({ variant }, { passed: 12, of: 12 }),
  );
  for (const rate of ratesOf(trials)) {
    expect(rate).toMatchObject({ value: 1, high: 1 });
    expect(rate.low).toBeLessThan(0.8);
  }
});
