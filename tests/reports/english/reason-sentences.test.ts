import { describe, expect, test } from "vitest";
import * as say from "../../../reports/english/reason-sentences.ts";

/** Sentences with ordinary blanks, so that the expectations are easy to read. */
function plain(sentence: string): string {
  return sentence.replaceAll("\u00a0", " ");
}

describe("sentences on the order and the requirements", () => {
  test.each([
    [0, 3, "Of 3 places, 0 are certain"],
    [1, 3, "Of 3 places, 1 is certain"],
    [1, 1, "Every place is certain."],
  ])("%i of %i places", (certain, all, expected) => {
    expect(plain(say.rankSentence(certain, all))).toContain(expected);
  });

  test.each([
    [0, 0, "No other assumption was tried."],
    [0, 1, "The order holds under 1 other assumption."],
    [1, 4, "Under 1 of 4 other assumptions somebody else is ahead."],
  ])("%i of %i assumptions", (changed, all, expected) => {
    expect(plain(say.steadySentence(changed, all))).toContain(expected);
  });

  test("two offers", () => {
    const pair = { a: "a", b: "b", n: 5, difference: -3.25, low: -9, high: 2, p: 1, pHolm: 1 };
    const named = { ...pair, method: "Test", distinguishable: false };
    const size = "−3.3 performance points (interval −9 to 2, n = 5)";
    expect(plain(say.pairSentence(named, (id) => id.toUpperCase()))).toBe(
      `A and B cannot be told apart statistically: ${size}.`,
    );
    expect(plain(say.pairSentence({ ...named, distinguishable: true }, (id) => id))).toBe(
      `a and b differ: ${size}.`,
    );
  });

  test.each([
    ["always", undefined, "o costs less than c at any volume."],
    ["never", undefined, "o costs less than c at no volume."],
    ["from", 1200.4, "o costs less than c from 1,200 requests a year; 500 are planned."],
    ["until", 0, "o costs less than c only up to 0 requests a year; 500 are planned."],
  ] as const)("break-even %s", (result, requestsPerYear, expected) => {
    const row = { own: "o", other: "c", result, requestsPerYear, plannedPerYear: 500 };
    expect(say.breakEvenSentence(row, (id) => id)).toBe(expected);
  });

  test.each([
    [5, 4, "reaches 4% downwards."],
    [5, 8.5, "reaches 8.5% downwards, further than the chosen corridor."],
  ])("corridor %d, computed %d", (chosen, computed, expected) => {
    expect(say.corridorSentence({ chosen, computed })).toContain(expected);
  });

  test.each([
    [0, 0, 0, "No case was measured well enough to be judged."],
    [0, 0, 9, "Of 9 cases, 0 are doubtful."],
    [1, 1, 9, "Of 9 cases, 1 is doubtful."],
    [1, 2, 9, "Of 9 cases, 1 is doubtful; 1 is passed by all models or by none and so does not"],
    [2, 5, 9, "Of 9 cases, 2 are doubtful; 3 are passed by all models or by none and so do not"],
  ])("%i doubtful and %i marked of %i", (doubtful, marked, all, expected) => {
    expect(plain(say.itemsSentence({ doubtful, marked, all }))).toContain(expected);
  });
});
