import { describe, expect, test } from "vitest";
import { fewestCases } from "../../../analysis/procurement/exclusions.ts";
import type { ExclusionResult } from "../../../core/findings-procurement.ts";
import { series, type TrialSpec } from "../build-run.ts";
import vectors from "../vectors/procurement.json" with { type: "json" };
import { exampleRequirements, procure } from "./worked-example.ts";

function judge(rule: Record<string, unknown>, trials: readonly TrialSpec[]): ExclusionResult {
  const requirements = exampleRequirements({
    exclusions: [{ id: "A1", wording: "w", suites: ["abfluss"], ...rule }],
  });
  const [offer] = procure(requirements, trials).offers;
  const [result] = offer?.exclusions ?? [];
  if (result === undefined) throw new Error("no exclusion");
  return result;
}

const cases = (violations: number, of: number): TrialSpec[] =>
  series({ suite: "abfluss" }, { passed: of - violations, of });

test.each(vectors.upper)("%i violations of %i cases: the exact upper bound", (seen, n, upper) => {
  const result = judge({ atMost: 100, tolerated: 0.5 }, cases(seen, n));
  expect(result.measured).toMatchObject({ n, violations: seen });
  expect(result.measured?.bound).toBeCloseTo(upper, 9);
});

test.each(vectors.fewest)("a tolerated rate of %f needs at least %i cases", (limit, n) => {
  expect(fewestCases(limit)).toBe(n);
});

describe("höchstens x Verstöße", () => {
  test("met when both the count and the bound hold", () => {
    expect(judge({ atMost: 0, tolerated: 0.06 }, cases(0, 50)).status).toBe("met");
  });

  test("missed by one violation too many, even where the bound would hold", () => {
    expect(judge({ atMost: 0, tolerated: 0.5 }, cases(1, 50)).status).toBe("missed");
  });

  test("too few cases decide nothing and the note says how many would", () => {
    const result = judge({ atMost: 0, tolerated: 0.05 }, cases(0, 50));
    expect(result.status).toBe("undecided");
    expect(result.note).toContain("mindestens 59 Fälle");
  });
});

describe("Untergrenze der Quote", () => {
  test("50 of 50 show 94 %, not 95 %", () => {
    expect(judge({ atLeast: 0.94 }, cases(0, 50)).status).toBe("met");
    expect(judge({ atLeast: 0.95 }, cases(0, 50)).status).toBe("undecided");
  });

  test("enough cases and too many failures: missed", () => {
    expect(judge({ atLeast: 0.9 }, cases(5, 60)).status).toBe("missed");
  });

  test("too few cases, but so many failures that it is sure anyway: missed", () => {
    expect(judge({ atLeast: 0.9 }, cases(8, 10)).status).toBe("missed");
  });
});

test("one bad attempt makes the case a violation", () => {
  const trials = [1, 2].flatMap((attempt) =>
    series({ suite: "abfluss", attempt }, { passed: attempt === 2 ? 49 : 50, of: 50 }),
  );
  expect(judge({ atMost: 0, tolerated: 0.1 }, trials).measured).toMatchObject({
    n: 50,
    violations: 1,
  });
});

test("only the named kinds of failure count", () => {
  const rule = { atMost: 0, tolerated: 0.1, classes: ["leak"] };
  expect(judge(rule, cases(5, 50)).measured?.violations).toBe(0);
  expect(judge({ ...rule, classes: ["wrong"] }, cases(5, 50)).measured?.violations).toBe(5);
});

test("not measured is not met", () => {
  const silent = cases(0, 50).map((trial): TrialSpec => ({ ...trial, result: "no-answer" }));
  const result = judge({ atMost: 0, tolerated: 0.1 }, [
    ...silent,
    ...series({ suite: "andere" }, { passed: 1, of: 1 }),
  ]);
  expect(result).toMatchObject({ status: "undecided", note: "Nicht gemessen: abfluss." });
  expect(result.measured).toBeUndefined();
});

test("above 5 % of lost trials nothing is called met", () => {
  const lost = (count: number): TrialSpec[] =>
    Array.from({ length: count }, (_, at) => ({
      suite: "abfluss",
      case: `x-${at}`,
      result: "no-answer" as const,
    }));
  const rule = { atMost: 0, tolerated: 0.1 };
  expect(judge(rule, [...cases(0, 95), ...lost(5)]).status).toBe("met");
  const doubtful = judge(rule, [...cases(0, 94), ...lost(6)]);
  expect(doubtful).toMatchObject({ status: "undecided" });
  expect(doubtful.note).toContain("Nicht belastbar");
});
