import { expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { buildRun, type TrialSpec } from "./build-run.ts";

function othersOf(trials: readonly TrialSpec[]) {
  const models = [
    { id: "m" },
    { id: "n" },
    { id: "o" },
    { id: "baseline:copy", kind: "baseline" as const },
  ];
  const { cards } = analyse(buildRun({ trials, manifest: { models } }));
  return cards.find(({ model, variant }) => model === "m" && variant === "trained")?.others;
}

const failed: TrialSpec = { case: "a", model: "m", result: "failed", answer: "falsch" };

test("the same model under another prompt, then passed answers under the same prompt", () => {
  const others = othersOf([
    failed,
    { case: "a", model: "m", variant: "untrained-kurz", answer: "anderer Prompt" },
    { case: "a", model: "n", result: "failed", answer: "auch falsch" },
    { case: "a", model: "o", answer: "richtig" },
    { case: "a", model: "o", variant: "untrained-kurz", answer: "zu viel" },
  ]);
  expect(others).toEqual([
    {
      model: "m",
      variant: "untrained-kurz",
      attempt: 1,
      verdict: "passed",
      excerpt: "anderer Prompt",
      length: 14,
    },
    {
      model: "o",
      variant: "trained",
      attempt: 1,
      verdict: "passed",
      excerpt: "richtig",
      length: 7,
    },
    {
      model: "n",
      variant: "trained",
      attempt: 1,
      verdict: "failed",
      class: "wrong",
      anchor: "fall-s-a-n-trained-raw-1",
      excerpt: "auch falsch",
      length: 11,
    },
  ]);
});

test("never a baseline, another input, another case, another attempt or an answer that did not come", () => {
  expect(
    othersOf([
      failed,
      { ...failed, attempt: 2 },
      { case: "a", model: "baseline:copy", variant: "none" },
      { case: "a", model: "n", input: "pseudonymised" },
      { case: "b", model: "n" },
      { case: "a", model: "o", result: "no-answer" },
    ]),
  ).toEqual([]);
});

test("keeps the beginning of a long answer and never half a character", () => {
  const answer = `${"x".repeat(1199)}\u{1F600}${"y".repeat(98_799)}`;
  const [other] = othersOf([failed, { case: "a", model: "n", answer }]) ?? [];
  expect(other?.excerpt).toBe("x".repeat(1199));
  expect(other?.length).toBe(100_000);
});
