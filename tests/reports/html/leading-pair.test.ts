import { expect, test } from "vitest";
import { leadingPair } from "../../../reports/html/leading-pair.ts";
import { recommended } from "../../../reports/html/recommended.ts";
import { trainingPairs } from "../../../reports/html/training-pairs.ts";
import { viewOf, type View } from "../../../reports/view.ts";
import { findingsFixture, type FixtureName } from "../../helpers/findings-fixture.ts";

function viewOfFixture(name: FixtureName): View {
  const { findings, cards } = findingsFixture(name);
  return viewOf(findings, cards);
}

test("page 1 shows a pair with the model it speaks of, also where that is not the first pair", () => {
  const view = viewOfFixture("both-prompts");
  const { subject } = recommended(view);
  const [first] = trainingPairs(view);
  expect([first?.small, first?.large]).not.toContain(subject);
  const pair = leadingPair(view);
  expect([pair?.small, pair?.large]).toContain(subject);
  expect(pair?.suite).toBe(first?.suite);
});

test("two models have one pair over all suites, and it is shown", () => {
  const view = viewOfFixture("quick");
  expect(leadingPair(view)).toEqual(trainingPairs(view)[0]);
});

test("a run with one prompt has none", () => {
  expect(leadingPair(viewOfFixture("procurement"))).toBeUndefined();
});
