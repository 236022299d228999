import { describe, expect, test } from "vitest";
import { mutateSuite } from "../../../../scripts/check/mutations/mutate-suite.ts";
import { makeJudge } from "../../../../scripts/check/suite-judge.ts";
import { gradingPlace } from "../../../../scripts/load-suites.ts";
import { sampleCase, sampleSuite } from "../../../helpers/sample-suite.ts";

/** Facts look at 96 Euro only; the day of payment may be spoilt unnoticed. */
const suite = sampleSuite({
  cases: [sampleCase({ reference: "Ein Hund kostet 96 Euro. Zahltag ist der 1. Juli." })],
});
const judge = makeJudge(suite, gradingPlace(suite).graders);

describe("mutateSuite", () => {
  test("counts by kind and names what nobody noticed", () => {
    const check = mutateSuite(suite, judge, []);
    const kinds = new Map(check.operators.map((one) => [one.operator, one]));
    expect(kinds.get("amount")).toMatchObject({ mutants: 1, killed: 1 });
    expect(kinds.get("date")).toMatchObject({ mutants: 1, killed: 0 });
    expect(check.survivors).toContainEqual({
      case: "hundesteuer",
      operator: "date",
      change: "„ist der 1. Juli.“ → „2. Juli.“",
    });
    expect(check.score).toBeCloseTo(check.killed / check.mutants, 10);
  });

  test("leaves out what a person calls equivalent, and reports idle entries", () => {
    const reason = "Der Tag spielt hier keine Rolle.";
    const change = "„ist der 1. Juli.“ → „2. Juli.“";
    const date = { case: "hundesteuer", operator: "date", change, reason } as const;
    const idle = { ...date, operator: "amount" } as const;
    const before = mutateSuite(suite, judge, []);
    const after = mutateSuite(suite, judge, [date, idle]);
    expect(after).toMatchObject({
      equivalent: 1,
      mutants: before.mutants - 1,
      killed: before.killed,
      needless: [idle],
    });
  });

  test("has no score where there was nothing to spoil", () => {
    const none = { ...suite, cases: [] };
    expect(mutateSuite(none, judge, [])).not.toHaveProperty("score");
  });
});
