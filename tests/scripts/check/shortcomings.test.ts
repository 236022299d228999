import { describe, expect, test } from "vitest";
import type { MutationCheck } from "../../../scripts/check/mutations/mutate-suite.ts";
import { describeOutcome, describeReport } from "../../../scripts/check/describe-check.ts";
import { shortcomings } from "../../../scripts/check/shortcomings.ts";
import type { SuiteReport } from "../../../scripts/check/suite-report.ts";

function report(mutation: Partial<MutationCheck>, part: Partial<SuiteReport> = {}): SuiteReport {
  return {
    suite: "probe",
    isShipped: false,
    cases: 1,
    quickCases: 1,
    quickMarked: 0,
    examples: 2,
    asWritten: 2,
    copyRate: 0,
    misjudgements: [],
    remarks: [],
    shape: { twoEach: 0, oneEach: 1, tags: [], words: { least: 59, median: 59, most: 59 } },
    probe: { probes: 0, passed: 0, rejected: [] },
    mutation: {
      suite: "probe",
      mutants: 40,
      killed: 40,
      equivalent: 0,
      operators: [],
      survivors: [],
      needless: [],
      ...mutation,
    },
    ...part,
  };
}

const shipped = { isShipped: true };

describe("shortcomings", () => {
  test.each([
    ["a shipped suite", { mutants: 40, killed: 30 }, shipped, [true]],
    ["a shipped suite with few mutants", { mutants: 29, killed: 20 }, shipped, [false]],
    ["a suite of one's own", { mutants: 40, killed: 30 }, {}, [false]],
    ["a sharp suite", { mutants: 10, killed: 9 }, {}, []],
  ])("%s with a low score", (_what, mutation, part, isError) => {
    expect(shortcomings(report(mutation, part)).map((found) => found.isError)).toEqual(isError);
  });

  test("leaks and strictness are errors in a shipped suite only", () => {
    const mutation = { operators: [{ operator: "leak", mutants: 10, killed: 9 }] } as const;
    const probe = { probes: 10, passed: 8, rejected: [] };
    expect(shortcomings(report(mutation, { probe })).map(({ isError }) => isError)).toEqual([
      false,
      false,
    ]);
    const found = shortcomings(report(mutation, { probe, ...shipped }));
    expect(found.map(({ isError }) => isError)).toEqual([true, true]);
  });

  test.each([
    [9, 1, 0],
    [9, 2, 1],
    [38, 2, 0],
    [37, 3, 1],
  ])("of %i mutants and %i equivalent ones: %i too many", (mutants, equivalent, count) => {
    expect(shortcomings(report({ mutants, killed: mutants, equivalent }))).toHaveLength(count);
  });

  test("an entry that names no mutant is an error everywhere", () => {
    const needless = [
      { case: "a", operator: "number", change: "1 → 2", reason: "gleich viel" },
    ] as const;
    expect(shortcomings(report({ needless }))).toEqual([
      { text: expect.stringContaining("1 → 2") as string, isError: true },
    ]);
  });
});

describe("what is printed", () => {
  test("speaks German of mutants, of one figure once, and of the quick run", () => {
    const survivors = [{ case: "a", operator: "negation", change: "x → y" }] as const;
    const text = describeReport(report({ killed: 39, survivors }), { all: false });
    expect(text).toContain("unbemerkt: a, Verneinung (negation): x → y");
    expect(text).toContain("Ausgangstexte 59 Wörter");
    expect(text).toContain("im Schnelllauf alle, weil keiner mit quick markiert ist");
    expect(text).toContain("39 von 40 bemerkt (98 %)");
    const many = report({}, { cases: 20, quickCases: 10 });
    expect(describeReport(many, { all: false })).toContain("im Schnelllauf die ersten 10");
    const marked = report({}, { cases: 20, quickCases: 3, quickMarked: 3 });
    expect(describeReport(marked, { all: false })).toContain("(3 im Schnelllauf)");
  });

  test("ends with the outcome", () => {
    expect(describeOutcome([report({})], [])).toBe("In Ordnung.");
    expect(describeOutcome([report({ killed: 30 })], [])).toBe("In Ordnung. 1 Hinweis.");
    const misjudgements = [{ case: "a", what: "passes.1", problem: "muss bestehen." }];
    const double = { first: "a", second: "b", likeness: 1 };
    expect(describeOutcome([report({}, { misjudgements })], [double])).toBe("2 Fehler.");
  });
});
