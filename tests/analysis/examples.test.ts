import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { beginningOf } from "../../analysis/excerpt.ts";
import { caseSchema } from "../../core/case.ts";
import { taskExampleSchema } from "../../core/findings-examples.ts";
import { buildRun, type RunSpec } from "./build-run.ts";

function examplesOf(spec: RunSpec) {
  const { findings } = analyse(buildRun(spec));
  expect(findings.examples.map((row) => taskExampleSchema.parse(row))).toEqual(findings.examples);
  return findings.examples;
}

const severities = (list: Record<string, number>) => ({
  suites: [
    {
      name: "s",
      graders: { must: ["personal-data"] },
      cases: Object.entries(list).map(([id, severity]) => ({ id, severity })),
    },
  ],
});

describe("examples of a task", () => {
  test("the gravest failure whose case somebody passed, beside that passed answer", () => {
    const [found] = examplesOf({
      manifest: severities({ a: 4, b: 3, c: 2 }),
      trials: [
        { case: "a", result: "failed", answer: "nie bestanden" },
        { case: "b", model: "n", result: "failed", answer: "falsch" },
        { case: "b", model: "m", answer: "richtig" },
        { case: "c", answer: "auch richtig" },
      ],
    });
    expect(found?.bad).toMatchObject({ case: "b", model: "n", excerpt: "falsch", class: "wrong" });
    expect(found?.bad?.anchor).toBe("fall-s-b-n-trained-raw-1");
    expect(found?.good).toMatchObject({ case: "b", model: "m", excerpt: "richtig", length: 7 });
  });

  test("at the same gravity a wrong answer goes before one that is cut off", () => {
    const [found] = examplesOf({
      trials: [
        { case: "a", finishReason: "length", answer: "abge" },
        { case: "a", model: "n" },
        { case: "b", result: "failed" },
        { case: "b", model: "n" },
      ],
    });
    expect(found?.bad).toMatchObject({ case: "b", class: "wrong" });
  });

  test("the trained prompt goes before the untrained one, on both sides", () => {
    const [found] = examplesOf({
      trials: [
        { case: "a", variant: "untrained-kurz", result: "failed" },
        { case: "a", variant: "trained", model: "n", result: "failed" },
        { case: "a", variant: "untrained-kurz", model: "n" },
        { case: "a", variant: "trained" },
      ],
    });
    expect(found?.bad?.variant).toBe("trained");
    expect(found?.good?.variant).toBe("trained");
  });

  test("where no case has both, each stands alone; a side without an answer is left out", () => {
    const both = examplesOf({ trials: [{ case: "a", result: "failed" }, { case: "b" }] });
    expect(both[0]?.bad?.case).toBe("a");
    expect(both[0]?.good?.case).toBe("b");
    const [onlyBad] = examplesOf({ trials: [{ case: "a", result: "failed" }] });
    expect(onlyBad?.good).toBeUndefined();
    const [onlyGood] = examplesOf({ trials: [{ case: "a" }] });
    expect(onlyGood?.bad).toBeUndefined();
    expect(examplesOf({ trials: [{ case: "a", result: "no-answer" }] })).toEqual([]);
  });

  test("never an answer of a baseline", () => {
    const models = [{ id: "baseline:copy", kind: "baseline" }];
    const trials = [{ case: "a", model: "baseline:copy", variant: "none" }];
    expect(examplesOf({ trials, manifest: { models } })).toEqual([]);
  });

  test("the question and the language come from the case", () => {
    const known = caseSchema.parse({
      id: "a",
      input: { text: "Text", question: "Was nun?" },
      expected: { language: "tr" },
      reference: "So.",
      source: "erfunden",
      asOf: "2026-11-01",
    });
    const [found] = examplesOf({ trials: [{ case: "a" }], cases: [{ suite: "s", case: known }] });
    expect(found?.good).toMatchObject({ question: "Was nun?", language: "tr" });
  });

  test("the order of the lines does not matter", () => {
    const trials = ["a", "b", "c", "d"].flatMap((id) => [
      { case: id, result: "failed" as const },
      { case: id, model: "n" },
    ]);
    expect(examplesOf({ trials: trials.toReversed() })).toEqual(examplesOf({ trials }));
  });
});

test("an excerpt never ends in half a character", () => {
  expect(beginningOf("ab😀", 3)).toBe("ab");
  expect(beginningOf("ab😀", 4)).toBe("ab😀");
  expect(beginningOf("abc", 9)).toBe("abc");
});
