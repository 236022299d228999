import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineGrader, isBlank, longestAnswer } from "../../core/grader.ts";

const umlaut = defineGrader({
  name: "umlaut",
  version: "1",
  title: "Findet ü",
  needs: ["expected.facts"],
  options: z.strictObject({ letter: z.string().default("ü") }),
  threshold: 0.5,
  failureClass: "invented",
  judge: (answer, { options }) => {
    const start = answer.indexOf(options.letter);
    if (start === -1) return { status: "scored", value: 0, reason: "keines" };
    return { status: "scored", value: 0.7, reason: "da", evidence: [{ start, end: start + 1 }] };
  },
});
const graded = { expected: { facts: ["x"] } };

describe("defineGrader", () => {
  test("passes at the threshold, which a suite may set", () => {
    expect(umlaut.grade({ answer: "für", case: graded }).score).toMatchObject({ passed: true });
    expect(umlaut.grade({ answer: "für", case: graded }, { threshold: 0.8 }).score).toMatchObject({
      passed: false,
      value: 0.7,
    });
  });

  test("names the class of failure only when not passed", () => {
    expect(umlaut.grade({ answer: "für", case: graded })).not.toHaveProperty("failureClass");
    expect(umlaut.grade({ answer: "fur", case: graded }).failureClass).toBe("invented");
  });

  test("points into the answer as it was given, composed or decomposed", () => {
    const composed = umlaut.grade({ answer: "Gebühr für", case: graded }).score;
    expect(composed).toMatchObject({ evidence: [{ start: 3, end: 4, quote: "ü" }] });
    const decomposed = umlaut.grade({ answer: "Gebühr".normalize("NFD"), case: graded }).score;
    expect(decomposed).toMatchObject({ evidence: [{ start: 3, end: 5, quote: "u\u0308" }] });
  });

  test.each([
    ["empty", { answer: "", case: graded }],
    ["blank", { answer: "\u200b \n", case: graded }],
    ["too long", { answer: "a".repeat(longestAnswer + 1), case: graded }],
    ["without the field it needs", { answer: "für" }],
  ])("does not score an answer that is %s", (_what, input) => {
    expect(umlaut.grade(input).score.status).toBe("unscored");
  });

  test("does not hear what the model thought aloud, and keeps the offsets", () => {
    const answer = "<think>für</think>Gebühr für";
    const { score } = umlaut.grade({ answer, case: graded });
    expect(score).toMatchObject({ evidence: [{ start: 21, end: 22, quote: "ü" }] });
    expect(umlaut.grade({ answer: "<think>für</think>", case: graded }).score.status).toBe(
      "unscored",
    );
  });

  test("costs little on nothing but combining marks", () => {
    const answer = `a${"\u0301\u0328".repeat(longestAnswer / 2 - 1)}`;
    expect(umlaut.grade({ answer, case: graded }).score.status).toBe("scored");
  });

  test("refuses options it does not know", () => {
    expect(() => umlaut.grade({ answer: "x", case: graded }, { options: { laut: 1 } })).toThrow(
      "laut",
    );
  });
});

test("isBlank sees through invisible characters", () => {
  expect(isBlank("\u200b\u00ad\ufeff \t")).toBe(true);
  expect(isBlank("\u200b.")).toBe(false);
  expect(isBlank("\u0308 \u0301")).toBe(true);
  expect(isBlank("a\u0308")).toBe(false);
});
