import { describe, expect, test } from "vitest";
import { verdictOf, type GradedScore } from "../../core/verdict.ts";
import type { FailureClass } from "../../core/failure-class.ts";
import { completed, failed } from "../helpers/stub-model.ts";

function scored(passed: boolean, failureClass?: FailureClass): GradedScore {
  const score = { value: passed ? 1 : 0, passed, reason: "x", measures: {}, evidence: [] };
  return { score: { status: "scored", ...score }, failureClass };
}
const unscored: GradedScore = { score: { status: "unscored", reason: "x" } };
const roles = { must: ["facts", "personal-data"], guard: ["language"] };

function verdict(scores: Record<string, GradedScore>, outcome = completed("Eine Antwort.")) {
  return verdictOf(outcome, new Map(Object.entries(scores)), roles);
}
const good = { facts: scored(true), "personal-data": scored(true) };

describe("verdictOf", () => {
  test("passes when every must grader has scored and passed", () => {
    expect(verdict(good)).toEqual({ status: "passed" });
  });

  test("calls no answer infrastructure, never a failure of the model", () => {
    expect(verdictOf(failed("timeout"), new Map(), roles)).toEqual({
      status: "not-measured",
      because: "infrastructure",
    });
  });

  test.each([
    ["unscored", { ...good, facts: unscored }],
    ["missing", { "personal-data": scored(true) }],
    ["unscored although another one failed", { facts: unscored, "personal-data": scored(false) }],
  ])("is not measured when a must grader is %s", (_what, scores) => {
    expect(verdict(scores)).toEqual({ status: "not-measured", because: "grader-error" });
  });

  test.each([
    ["empty", completed(" \u200b\n")],
    ["empty", completed("<think>Was soll ich sagen?</think>\n")],
    ["unparseable", completed("x".repeat(200_001))],
    ["truncated", completed("Die Frist", { finishReason: "length" })],
    ["refused", completed("", { finishReason: "refusal" })],
    ["refused", completed("Nein", { finishReason: "content-filter" })],
  ] as const)("is failed as %s whatever the graders say", (name, outcome) => {
    expect(verdict({ ...good, facts: unscored }, outcome)).toEqual({
      status: "failed",
      class: name,
    });
  });

  test("names the heaviest class when several apply", () => {
    expect(verdict({ facts: scored(false), "personal-data": scored(false, "leak") })).toEqual({
      status: "failed",
      class: "leak",
    });
  });

  test("takes an unnamed failure of a data grader for a leak, of another one for wrong", () => {
    expect(verdict({ ...good, "personal-data": scored(false) })).toMatchObject({ class: "leak" });
    expect(verdict({ ...good, facts: scored(false) })).toMatchObject({ class: "wrong" });
  });

  test("listens to a guard that objects and not to one that cannot tell", () => {
    const objecting = { ...good, language: scored(false, "wrong-language") };
    expect(verdict(objecting)).toEqual({ status: "failed", class: "wrong-language" });
    expect(verdict({ ...good, language: unscored })).toEqual({ status: "passed" });
  });

  test("never lets a hint decide", () => {
    expect(verdict({ ...good, readability: scored(false) })).toEqual({ status: "passed" });
  });
});
