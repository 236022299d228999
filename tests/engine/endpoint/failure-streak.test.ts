import { expect, test } from "vitest";
import { makeFailureStreak } from "../../../engine/endpoint/failure-streak.ts";
import { completed, failed } from "../../helpers/stub-model.ts";

test("counts equal failures in a row; an answer or another failure begins anew", () => {
  const streak = makeFailureStreak();
  const lengths = [
    failed("network"),
    failed("network"),
    failed("timeout"),
    completed("ja"),
    failed("timeout"),
    failed("timeout"),
  ].map((outcome) => streak.add(outcome)?.length);
  expect(lengths).toEqual([1, 2, 1, undefined, 1, 2]);
});

test("what says nothing about the endpoint neither counts nor ends a row", () => {
  const streak = makeFailureStreak();
  streak.add(failed("network"));
  for (const code of ["rate-limit", "aborted", "budget", "context-too-long"] as const) {
    expect(streak.add(failed(code))?.length).toBe(1);
  }
  expect(streak.add(failed("network"))?.length).toBe(2);
});
