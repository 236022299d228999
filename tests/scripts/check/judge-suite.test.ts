import { describe, expect, test } from "vitest";
import { gradingPlace } from "../../../scripts/load-suites.ts";
import { judgeSuite } from "../../../scripts/check/judge-suite.ts";
import { makeJudge } from "../../../scripts/check/suite-judge.ts";
import { sampleCase, sampleSuite } from "../../helpers/sample-suite.ts";

function judge(part: Record<string, unknown>, passAt = 0.8) {
  const suite = sampleSuite({
    cases: [sampleCase(part)],
    passAt,
    graders: { must: ["facts", "focus"], hint: [] },
  });
  return judgeSuite(suite, makeJudge(suite, gradingPlace(suite).graders));
}

describe("judgeSuite", () => {
  test("finds nothing in a sound case", () => {
    const check = judge({
      input: {
        text: "Die Hundesteuer beträgt 96 Euro im Jahr. Die Marke ist am Halsband zu tragen. Gefundene Tiere kommen in das Heim am Ortsrand. Wer umzieht, meldet sich im Rathaus.",
        question: "Was kostet ein Hund im Jahr?",
      },
      passes: [{ answer: "Im Jahr kostet ein Hund 96 € Steuer." }],
      fails: [{ answer: "Ein Hund kostet 69 Euro Steuer im Jahr.", grader: "facts" }],
    });
    expect(check).toMatchObject({ examples: 2, asWritten: 2, misjudgements: [] });
  });

  test.each([
    ["a reference that fails", { reference: "Ein Hund kostet nichts." }, "Musterantwort"],
    ["a passing example that fails", { passes: [{ answer: "Ein Hund kostet viel." }] }, "passes.1"],
    [
      "a failing example that passes",
      { fails: [{ answer: "Ein Hund kostet 96 Euro Steuer im Jahr.", grader: "facts" }] },
      "fails.1",
    ],
    [
      "a failing example that another grader catches",
      { fails: [{ answer: "Ein Hund kostet 69 Euro Steuer im Jahr.", grader: "focus" }] },
      "fails.1",
    ],
    [
      "a failing example of a grader that the suite does not use",
      { fails: [{ answer: "69 Euro.", grader: "readability" }] },
      "fails.1",
    ],
  ])("finds %s", (_what, part, what) => {
    expect(judge(part).misjudgements.map((item) => item.what)).toContain(what);
  });

  test("says of a foreign grader which ones the case has", () => {
    const { misjudgements } = judge({ fails: [{ answer: "69 Euro.", grader: "readability" }] });
    expect(misjudgements[0]?.problem).toContain(
      "gehört nicht zu den Gradern dieses Falls (facts, focus, language)",
    );
  });

  test("counts what the quick run asks", () => {
    const cases = Array.from({ length: 12 }, (_, index) => sampleCase({ id: `fall-${index}` }));
    const count = (suite: ReturnType<typeof sampleSuite>) => {
      const { quickCases, quickMarked } = judgeSuite(
        suite,
        makeJudge(suite, gradingPlace(suite).graders),
      );
      return { quickCases, quickMarked };
    };
    expect(count(sampleSuite({ cases }))).toEqual({ quickCases: 10, quickMarked: 0 });
    const marked = [...cases, sampleCase({ id: "schnell", quick: true })];
    expect(count(sampleSuite({ cases: marked }))).toEqual({ quickCases: 1, quickMarked: 1 });
  });

  test("checks the reference against the pseudonymised input too", () => {
    const suite = sampleSuite({
      graders: { must: ["personal-data"], hint: [] },
      cases: [sampleCase({ reference: "Frau Elif Sommer zahlt 96 Euro." })],
    });
    const { misjudgements } = judgeSuite(suite, makeJudge(suite, gradingPlace(suite).graders));
    expect(misjudgements.map(({ what }) => what)).toEqual([
      "Musterantwort",
      "Musterantwort (pseudonymisiert)",
    ]);
  });

  test("finds a suite that a copy of the source passes", () => {
    const suite = sampleSuite({ graders: { must: ["facts"], hint: [] } });
    const { misjudgements, copyRate } = judgeSuite(
      suite,
      makeJudge(suite, gradingPlace(suite).graders),
    );
    expect(copyRate).toBe(1);
    expect(misjudgements.map(({ what }) => what)).toEqual(["Kopie"]);
  });
});
