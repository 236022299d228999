import { expect, test } from "vitest";
import type { Comparison } from "../../../core/findings.ts";
import type { TrainingStatement } from "../../../core/findings-training.ts";
import {
  comparisonSentence,
  comparisonWord,
} from "../../../reports/sentences/comparison-sentences.ts";
import { openSentence } from "../../../reports/sentences/training-sentences.ts";

const names = { a: "A", b: "B" };

const alike: Comparison = {
  kind: "model",
  a: "a",
  b: "b",
  suite: "alle",
  within: ["trained", "raw"],
  n: 400,
  aOnly: 3,
  bOnly: 2,
  difference: 0.0025,
  low: -0.01,
  high: 0.02,
  p: 1,
  pHolm: 1,
  method: "McNemar",
  distinguishable: false,
  byConstruction: false,
  equivalence: { margin: 0.05, p: 0.01, pHolm: 0.02, equivalent: true, method: "TOST" },
};

test("equivalent is said only when it was shown", () => {
  expect(comparisonWord(alike, names)).toBe("gleichwertig");
  expect(comparisonSentence(alike, names)).toMatch(
    /Sie sind gleichwertig: Mehr als 5 Prozentpunkte liegen sie nicht auseinander\.$/u,
  );
  const { equivalence, ...rest } = alike;
  expect(equivalence?.equivalent).toBe(true);
  expect(comparisonWord(rest, names)).toBe("nicht unterscheidbar");
  expect(comparisonSentence(rest, names)).not.toContain("gleichwertig");
});

const open: TrainingStatement = {
  suite: "alle",
  small: "S",
  large: "L",
  verdict: "open",
  n: 30,
  value: 0.02,
  low: -0.1,
  high: 0.14,
  margin: 0.05,
  method: "x",
};

test("while the training question is open, how many cases would tell", () => {
  expect(openSentence(undefined)).toBe("");
  expect(openSentence(open)).toBe("");
  expect(openSentence({ ...open, casesNeeded: 1234 })).toContain("etwa 1.234 solcher Fälle");
  expect(openSentence({ ...open, verdict: "equivalent" })).toMatch(/gleichwertig/u);
  expect(openSentence({ ...open, verdict: "training-beats-model", casesNeeded: 9 })).toBe("");
});
