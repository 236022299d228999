import type { Comparison, Gain, HygienePrice, Leak, Rate } from "../../core/findings.ts";

/** Sentences with ordinary blanks, so that the expectations are easy to read. */
export function plain(sentence: string): string {
  return sentence.replaceAll("\u00a0", " ");
}

export const measured = { suite: "alle", n: 30, low: 0.05, high: 0.3, method: "Test" } as const;
export const rate: Rate = {
  ...measured,
  model: "a",
  variant: "trained",
  input: "raw",
  passed: 6,
  notMeasured: 0,
  value: 0.2,
};
export const comparison: Comparison = {
  ...measured,
  kind: "model",
  a: "a",
  b: "b",
  within: [],
  aOnly: 6,
  bOnly: 1,
  difference: 0.17,
  p: 0.01,
  pHolm: 0.02,
  distinguishable: true,
  byConstruction: false,
};
export const gain: Gain = {
  ...measured,
  kind: "decision-contrast",
  small: "s",
  large: "l",
  value: 0.17,
};
export const pair = { small: "S", large: "L" };
export const leak: Leak = {
  ...measured,
  model: "a",
  variant: "trained",
  input: "raw",
  withLeak: 1,
  withInvented: 0,
  value: 1 / 30,
};
export const price: HygienePrice = {
  ...measured,
  model: "a",
  variant: "trained",
  raw: 0.5,
  pseudonymised: 0.33,
  difference: 0.17,
};
