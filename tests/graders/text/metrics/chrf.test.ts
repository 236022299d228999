import { describe, expect, test } from "vitest";
import { chrf, type ChrfSettings } from "../../../../graders/text/metrics/chrf.ts";

const obama = [
  "Die Beziehung zwischen Obama und Netanjahu ist nicht gerade freundlich.",
  "Das Verhältnis zwischen Obama und Netanyahu ist nicht gerade freundschaftlich.",
] as const;
const application = [
  "Sie müssen den Antrag schriftlich bei der Behörde stellen.",
  "Sie müssen den Antrag bei der Behörde schriftlich stellen.",
] as const;
/** The vectors are printed with six decimals. */
const printed = 5e-7 + 1e-9;

function expectNear(value: number, expected: number, tolerance = printed): void {
  expect(Math.abs(value - expected), `${value} for ${expected}`).toBeLessThanOrEqual(tolerance);
}

describe("chrf", () => {
  test("chrF2 and chrF++ of sacrebleu", () => {
    expectNear(chrf(...obama), 64.818124);
    expectNear(chrf(...obama, { wordOrder: 2 }), 61.587232);
    expectNear(chrf(...application), 85.576045);
    expectNear(chrf(...application, { wordOrder: 2 }), 85.015367);
  });

  test.each<[string, string, ChrfSettings, number]>([
    ["aa", "ab", { epsilonSmoothing: true }, 100 / 12],
    ["aa", "ab", {}, 25],
    ["a b c", "abc", { epsilonSmoothing: true }, 50],
    ["a b c", "abc", {}, 100],
  ])("beta 3: %s / %s", (hypothesis, reference, settings, expected) => {
    expectNear(chrf(hypothesis, reference, { beta: 3, ...settings }), expected, 1e-6);
  });

  test("white space makes no difference, with and without smoothing", () => {
    const spaced = obama.map((text) => text.replaceAll(" ", "  ")) as [string, string];
    expectNear(chrf(...spaced, { beta: 3 }), 64.1302698);
    expectNear(chrf(...spaced, { beta: 3, epsilonSmoothing: true }), 64.1302216);
  });

  test("nothing shared, or nothing there, is 0", () => {
    expect(chrf("xyz", "abc")).toBe(0);
    expect(chrf("", "abc")).toBe(0);
    expect(chrf("abc", " ")).toBe(0);
  });

  test("a code point is one character", () => {
    expect(chrf("😀a", "😀a")).toBe(100);
    expectNear(chrf("😀b", "😁b"), chrf("xb", "yb"), 1e-12);
  });
});
