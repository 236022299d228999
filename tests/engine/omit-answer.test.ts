import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isBlank, longestAnswer } from "../../core/grader.ts";
import { scoreRecordSchema, trialRecordSchema, type TrialRecord } from "../../core/trial.ts";
import { answerFailures } from "../../core/verdict.ts";
import { isOmitted, omitAnswer, omitWording } from "../../engine/omit-answer.ts";

function trial(answer: string): TrialRecord {
  return trialRecordSchema.parse({
    trialId: "t",
    suite: "s",
    case: "c",
    variant: "v",
    model: "m",
    outcome: { status: "completed", answer, finishReason: "stop" },
  });
}

test("of an answer its hash and length stay, and no word of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 3 }), (answer) => {
      const { outcome } = omitAnswer(trial(`${answer} geheim`));
      if (outcome.status === "failed") throw new Error("was completed");
      expect(outcome.answer).toBe("");
      expect(outcome.omitted?.length).toBe(answer.length + 7);
      const sha256 = createHash("sha256").update(`${answer} geheim`, "utf8").digest("hex");
      expect(outcome.omitted?.sha256).toBe(sha256);
      expect(JSON.stringify(outcome)).not.toContain("geheim");
    }),
    { seed: 20261129 },
  );
});

test("what shows in the answer itself is known without it", () => {
  for (const answer of ["", " \n", "\u200b", "Ja.", "x".repeat(longestAnswer + 1)]) {
    const kept = trial(answer).outcome;
    const omitted = omitAnswer(trial(answer)).outcome;
    if (kept.status === "failed" || omitted.status === "failed") throw new Error("completed");
    expect(answerFailures(omitted)).toEqual(answerFailures(kept));
    expect(omitted.omitted?.blank).toBe(isBlank(answer));
  }
});

test("omitting twice changes nothing, and a failed call stays as it is", () => {
  const once = omitAnswer(trial("Ja."));
  expect(omitAnswer(once)).toEqual(once);
  const outcome = { status: "failed" as const, code: "timeout" as const, message: "keine" };
  const failed = { ...trial(""), outcome };
  expect(omitAnswer(failed)).toBe(failed);
  expect([isOmitted(once.outcome), isOmitted(outcome)]).toEqual([true, false]);
});

test("a score keeps value, measures, class and places, but no words", () => {
  const record = scoreRecordSchema.parse({
    trialId: "t",
    grader: "personal-data",
    version: "1",
    failureClass: "leak",
    score: {
      status: "scored",
      value: 0,
      passed: false,
      reason: "Die Antwort nennt „Elif Sommer“.",
      measures: { leaked: 1 },
      evidence: [{ start: 3, end: 14, quote: "Elif Sommer", kind: "planted", cue: true }],
    },
  });
  const bare = omitWording(record);
  expect(JSON.stringify(bare)).not.toContain("Sommer");
  expect(bare).toMatchObject({
    failureClass: "leak",
    score: { value: 0, passed: false, measures: { leaked: 1 }, evidence: [{ start: 3, end: 14 }] },
  });
  expect(omitWording(bare)).toEqual(bare);
  expect(scoreRecordSchema.parse(bare)).toEqual(bare);
});
