import { describe, expect, test } from "vitest";
import type { Comparison, Gain, Leak, Rate } from "../../../core/findings.ts";
import type { FailureBound } from "../../../core/findings-bounds.ts";
import * as numbers from "../../../reports/english/numbers.ts";
import * as failures from "../../../reports/english/failure-sentences.ts";
import * as say from "../../../reports/english/sentences.ts";
import { findingsFixture } from "../../helpers/findings-fixture.ts";

const { findings } = findingsFixture("quick");
const measured = { suite: "alle", n: 30, low: 0.05, high: 0.3, method: "Test" } as const;
const place = { model: "a", variant: "trained", input: "raw" } as const;

/** Sentences with ordinary blanks, so that the expectations are easy to read. */
function plain(sentence: string): string {
  return sentence.replaceAll("\u00a0", " ");
}

describe("agreement of number", () => {
  test.each([
    [0, "0 cases"],
    [1, "1 case"],
    [2, "2 cases"],
    [1234, "1,234 cases"],
  ])("%i", (count, expected) => {
    expect(plain(say.counted(count, "case"))).toBe(expected);
  });

  test.each([
    [0, 0, "0 models were tested on"],
    [1, 0, "1 model was tested on"],
    [1, 1, "1 model and 1 baseline were tested on"],
    [2, 4, "2 models and 4 baselines were tested on"],
  ])("scope: %i models, %i baselines", (models, baselines, expected) => {
    expect(plain(say.scopeSentence(findings, models, baselines))).toContain(expected);
  });

  test.each([
    [0, 0, 0, "Of 0 trials, 0 were answered."],
    [1, 1, 0, "Of 1 trial, 1 was answered."],
    [3, 1, 2, "Of 3 trials, 1 was answered and 2 got no answer."],
  ])("completeness: %i planned", (plannedTrials, completedTrials, failedTrials, expected) => {
    const run = { ...findings.run, plannedTrials, completedTrials, failedTrials };
    expect(plain(say.completenessSentence(run))).toBe(expected);
  });

  test.each([
    [["a"], true, "A: 1 critical case was not passed (a)."],
    [["a", "b"], true, "A: 2 critical cases were not passed (a and b)."],
    [["a"], false, "A: 1 critical case could not be measured (a)."],
    [["a", "b", "c"], false, "A: 3 critical cases could not be measured (a, b and c)."],
  ])("critical: %j", (cases, known, expected) => {
    expect(plain(say.criticalSentence("A", cases, known))).toBe(expected);
  });

  test.each([
    [1, "A: 1 case was not sent", "1 case in other languages has not"],
    [2, "A: 2 cases were not sent", "2 cases in other languages have not"],
  ])("%i cases", (cases, withheld, unchecked) => {
    expect(plain(say.withheldSentence("A", cases))).toContain(withheld);
    expect(plain(say.nativeUncheckedSentence(cases))).toContain(unchecked);
  });

  test.each([
    [1, 1, "The 1 answer not passed is shown."],
    [9, 9, "All 9 answers not passed are shown."],
    [1, 2, "1 of 2 answers not passed is shown"],
    [1, 2, "The other one stands in files in the folder “faelle-en”"],
    [400, 1402, "The other 1,002 stand in files"],
  ])("%i of %i failures shown: %s", (shown, all, expected) => {
    expect(plain(failures.shownFailuresSentence(shown, all, "faelle-en"))).toContain(expected);
  });

  test.each([
    [0, "No answer of a model was judged."],
    [1, "The one judged answer of the models passed."],
    [1200, "All 1,200 answers of the models passed."],
  ])("%i passed, none failed", (passed, expected) => {
    expect(plain(failures.noFailureSentence(passed, 2))).toContain(expected);
  });

  test.each([
    [1, "Printed: the gravest answer of each task"],
    [5, "Printed: the 5 gravest answers of each task"],
  ])("%i printed", (perTask, expected) => {
    expect(failures.printedFailuresSentence(perTask, "report-en.html")).toContain(expected);
  });

  test.each([
    [0, 1, "In none of 1 comparison of groups"],
    [0, 5, "In none of 5 comparisons of groups"],
    [1, 5, "In 1 of 5 comparisons of groups"],
  ])("bias: %i of %i", (found, all, expected) => {
    expect(plain(say.biasSentence(found, all))).toContain(expected);
  });

  test("lists", () => {
    expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(say.listed)).toEqual([
      "",
      "A",
      "A and B",
      "A, B and C",
    ]);
  });

  test("the next test", () => {
    expect(say.nextTestSentence(undefined)).toContain("No date");
    expect(say.nextTestSentence("2027-05-01")).toContain("for 1 May 2027.");
  });

  test("one percentage point", () => {
    expect(plain(say.measuredDifference(0.01, measured))).toContain("+1 percentage point (");
    expect(plain(say.measuredDifference(0, measured))).toContain("0 percentage points (");
  });
});

describe("offers", () => {
  const standing = { firstShare: 0.87, best: 1, worst: 2 };
  test.each([
    [{ offers: 0, admitted: 0, open: 0 }, [], undefined, "The run tested no model"],
    [{ offers: 1, admitted: 0, open: 1 }, [], undefined, "None of 1 model meets"],
    [{ offers: 3, admitted: 1, open: 0 }, ["A"], undefined, "Of 3 models, 1 meets"],
    [{ offers: 3, admitted: 2, open: 1 }, ["A", "B"], undefined, "A and B are level in front."],
    [{ offers: 3, admitted: 2, open: 1 }, ["A"], standing, "places 1 to 2 are possible."],
    [{ offers: 3, admitted: 2, open: 1 }, ["A"], { ...standing, worst: 1 }, "in 87% of"],
  ])("%j %j", (counts, first, own, expected) => {
    expect(plain(say.offersSentence(counts, first, own))).toContain(expected);
  });
});

describe("never more than is certain", () => {
  const gain: Gain = { ...measured, kind: "decision-contrast", small: "s", large: "l", value: 0.2 };
  const pair = { small: "S", large: "L" };
  const comparison: Comparison = {
    ...measured,
    kind: "model",
    a: "a",
    b: "b",
    within: [],
    aOnly: 6,
    bOnly: 1,
    difference: 0.17,
    p: 0.01,
    pHolm: 0.02,
    distinguishable: true,
    byConstruction: false,
  };

  test("training outdoes the other model only when the interval lies above 0", () => {
    expect(say.decisionSentence(gain, pair)).toContain("training brings more");
    const below = { ...gain, value: -0.2, low: -0.3, high: -0.1 };
    expect(say.decisionSentence(below, pair)).toContain("changing to the other model brings more");
    expect(say.decisionSentence({ ...gain, low: -0.1 }, pair)).toContain("cannot be said");
    expect(say.decisionSentence({ ...gain, low: 0 }, pair)).toContain("cannot be said");
  });

  test("words for comparisons", () => {
    const names = { a: "A", b: "B" };
    expect(say.comparisonWord(comparison, names)).toBe("A better");
    expect(say.comparisonWord({ ...comparison, difference: -0.2 }, names)).toBe("B better");
    const open = { ...comparison, distinguishable: false };
    expect(say.comparisonWord(open, names)).toBe("cannot be told apart");
    expect(say.comparisonWord({ ...comparison, byConstruction: true }, names)).toContain("by con");
  });

  test("training across models", () => {
    const row = { suite: "alle", models: ["a", "b"], smallestGain: 0, largestGain: 1, holds: true };
    expect(say.transferSentence(row)).toContain("Training helps across models");
    expect(say.transferSentence({ ...row, holds: false })).toContain("is not certain");
    expect(say.transferSentence({ ...row, models: ["a"] })).toContain("only one model");
  });

  test("no leak seen is not no risk", () => {
    const leak: Leak = { ...measured, ...place, withLeak: 0, withInvented: 0, value: 0 };
    expect(plain(say.leakSentence(leak))).toContain("does not mean no risk: upper bound 30%");
    expect(plain(say.leakSentence({ ...leak, withLeak: 1, n: 1, value: 1 }))).toContain(
      "in 1 of 1 case (100%",
    );
  });

  test("bounds, recommendations and rates", () => {
    const bound: FailureBound = {
      suite: "s",
      ...place,
      scope: "all",
      failed: 0,
      n: 10,
      upper: 0.259,
      method: "x",
    };
    expect(plain(say.boundSentence(bound))).toContain("at most 25.9%");
    expect(plain(say.boundSentence({ ...bound, failed: 10 }))).toBe("failed in 10 of 10 cases.");
    expect(say.recommendedSentence("A", 0.87)).toContain("87% of the recalculations");
    expect(say.recommendedSentence("A", undefined)).not.toContain("recalculations");
    const shared = say.sharedFirstSentence([{ first: 0.4 }, { first: 0.6 }], ["A", "B"]);
    expect(shared).toContain("A and B cannot be told apart. In 60% of the recalculations B leads.");
    expect(say.sharedFirstSentence([{}, {}], ["A", "B"])).not.toContain("recalculations");
    const rate: Rate = { ...measured, ...place, passed: 6, notMeasured: 0, value: 0.2 };
    const row = { name: "A", rate };
    expect(say.taskSentence("trained", [])).toContain("No model could be measured");
    expect(say.taskSentence("trained", [row])).toContain("the highest rate is that of A");
    expect(say.taskSentence("trained", [row, row])).toContain("several models have the same");
  });
});

describe("numbers", () => {
  test.each([
    [numbers.percent(0.001), "under 1%"],
    [numbers.percent(0.999), "over 99%"],
    [numbers.percent(0.624), "62%"],
    [numbers.points(-0.08), "−8"],
    [numbers.points(0.003), "+0.3"],
    [numbers.points(0), "0"],
    [numbers.decimal(1234.56), "1,234.6"],
    [numbers.probability(0.0001), "under 0.001"],
    [numbers.probability(0.0123), "0.012"],
    [numbers.wholeEuro(0.4), "under €1"],
    [numbers.wholeEuro(12_500), "€12,500"],
    [numbers.pointInTime("unknown"), "not stated"],
    [numbers.pointInTime("2026-11-20T14:05:00Z"), "20 November 2026 at 14:05 (UTC)"],
  ])("%s", (written, expected) => {
    expect(plain(written)).toBe(expected);
  });
});
