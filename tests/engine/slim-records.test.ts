import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreRecordSchema, trialRecordSchema } from "../../core/trial.ts";
import { makeSlimmer } from "../../engine/slim-records.ts";
import { makeTextStore } from "../../engine/text-store.ts";

const head = { trialId: "t", suite: "s", case: "c", variant: "trained", model: "m" };

describe("makeSlimmer", () => {
  it("gives every answer back as it was, half a surrogate pair as well", () => {
    const slimmer = makeSlimmer();
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (answers) => {
        const records = [...answers, "a\ud800"].map((answer) =>
          trialRecordSchema.parse({ ...head, outcome: { status: "completed", answer } }),
        );
        const slim = records.map(slimmer.trial);
        const written: unknown = JSON.parse(JSON.stringify(slim));
        expect(written).toEqual(JSON.parse(JSON.stringify(records)));
        for (const [index, { outcome }] of slim.entries()) {
          expect(outcome.status === "completed" && outcome.answer).toBe(
            [...answers, "a\ud800"][index],
          );
        }
      }),
      { seed: 6, numRuns: 50 },
    );
  });

  it("gives every part of a score back, and leaves what is unscored or failed as it is", () => {
    const slimmer = makeSlimmer();
    const evidence = [{ start: 0, end: 1, quote: "ä", kind: "fact" }];
    const score = { status: "scored", value: 0.5, passed: false, reason: "„knapp“" } as const;
    const record = scoreRecordSchema.parse({
      trialId: "t",
      grader: "g",
      version: "1",
      score: { ...score, measures: { words: 3 }, evidence },
    });
    const slim = slimmer.score(record);
    expect(slim.score).toMatchObject({ ...score, measures: { words: 3 }, evidence });
    const unscored = { ...record, score: { status: "unscored", reason: "nein" } } as const;
    expect(slimmer.score(unscored)).toEqual(unscored);
    const failed = trialRecordSchema.parse({
      ...head,
      outcome: { status: "failed", code: "timeout", message: "zu spät" },
    });
    expect(slimmer.trial(failed)).toEqual(failed);
  });
});

describe("makeTextStore", () => {
  it("gives back texts of any length, over the edges of its buffers", () => {
    const store = makeTextStore();
    const texts = ["", "ß", "x".repeat(1_048_570), "„quer über die Grenze“", "y".repeat(3_000_000)];
    expect(texts.map(store.add).map(store.at)).toEqual(texts);
    expect(() => store.at(5)).toThrow(RangeError);
  });
});
