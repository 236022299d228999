import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineGrader } from "../../core/grader.ts";
import type { Model } from "../../core/model.ts";
import { scoreRecordSchema, trialRecordSchema } from "../../core/trial.ts";
import { makeBudget } from "../../engine/budget.ts";
import type { Clock } from "../../engine/clock.ts";
import { planRun } from "../../engine/plan.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { runPlanned } from "../../engine/run.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";
import { completed, failed, stubDescription, stubModel } from "../helpers/stub-model.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { virtualClock } from "../helpers/virtual-clock.ts";

const grader = defineGrader({
  name: "facts",
  version: "1",
  title: "Zählt",
  needs: [],
  options: z.strictObject({}),
  judge: (answer) => ({ status: "scored", value: 1, reason: `${answer.length} Zeichen` }),
});

interface Start {
  readonly cases: number;
  readonly attempts?: number;
  readonly clock?: Clock;
}

async function run(folder: string, model: Model, { cases, attempts = 1, clock }: Start) {
  const suite = sampleSuite({
    cases: Array.from({ length: cases }, (_, index) => sampleCase({ id: `fall-${index}` })),
  });
  const { trials } = planRun({
    suites: [suite],
    assignments: [{ model: model.description }],
    variants: ["trained"],
    inputs: ["raw"],
    attempts,
    seed: 1,
    profile: "full",
  });
  const { calls } = await runPlanned({
    folder,
    trials,
    models: [model.description],
    open: async () => Promise.resolve(model),
    places: new Map([
      [
        "probe",
        { suite, graders: [grader], cases: new Map(suite.cases.map((one) => [one.id, one])) },
      ],
    ]),
    budget: makeBudget(undefined),
    signal: new AbortController().signal,
    onEvent: () => undefined,
    settings: { clock: clock ?? virtualClock(), random: () => 0 },
  });
  const files = runFiles(folder);
  return {
    calls,
    planned: trials.map(({ trialId }) => trialId),
    trials: await readSoundJournal(files.trials, trialRecordSchema),
    scores: await readSoundJournal(files.scores, scoreRecordSchema),
  };
}

describe("a damaged run folder", () => {
  test("is complete again after the next start, whatever was cut off or flipped", async () => {
    const folder = temporaryFolder();
    const files = runFiles(folder);
    const whole = await run(
      folder,
      stubModel(() => completed("erste Antwort")),
      { cases: 6 },
    );
    const sound = [readFileSync(files.trials), readFileSync(files.scores)] as const;
    const damage = fc.record({
      file: fc.nat(1),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      bit: fc.option(fc.nat(7), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const bytes = sound.map((content) => Buffer.from(content));
        for (const { file, at, bit } of damages) {
          const content = bytes[file] ?? Buffer.alloc(0);
          const place = Math.floor(at * content.length);
          if (bit === undefined) bytes[file] = content.subarray(0, place);
          else if (content.length > 0) {
            content.writeUInt8(content.readUInt8(place) ^ (1 << bit), place);
          }
        }
        writeFileSync(files.trials, bytes[0] ?? "");
        writeFileSync(files.scores, bytes[1] ?? "");
        const lines = (bytes[0] ?? Buffer.alloc(0)).toString("utf8").split("\n");
        const kept = sound[0]
          .toString("utf8")
          .split("\n")
          .filter((line) => line !== "" && lines.includes(line)).length;

        const again = await run(
          folder,
          stubModel(() => completed("neue, andere Antwort")),
          {
            cases: 6,
          },
        );
        expect(again.calls).toBeLessThanOrEqual(6 - kept);
        expect(again.trials.map(({ trialId }) => trialId).toSorted()).toEqual(
          whole.planned.toSorted(),
        );
        // The last grade of each answer is of that answer, not of the one that was damaged.
        const grades = new Map(again.scores.map(({ trialId, score }) => [trialId, score.reason]));
        for (const { trialId, outcome } of again.trials) {
          const answer = outcome.status === "completed" ? outcome.answer : "";
          expect(grades.get(trialId)).toBe(`${answer.length} Zeichen`);
        }
      }),
      { seed: 20261123, numRuns: 100 },
    );
  });
});

describe("unusual answers", () => {
  test("10 000 tiny ones are all there, each once", async () => {
    const folder = temporaryFolder();
    const description = stubDescription({ limits: { concurrency: 50 } });
    const model = stubModel((_request, call) => completed(String(call % 10)), description);
    const { planned, trials, scores } = await run(folder, model, { cases: 500, attempts: 20 });
    expect(planned).toHaveLength(10_000);
    expect(trials.map(({ trialId }) => trialId).toSorted()).toEqual(planned.toSorted());
    expect(scores).toHaveLength(10_000);
    const again = await run(folder, model, { cases: 500, attempts: 20 });
    expect(again.calls).toBe(0);
  });

  test("one of 5 MB is kept to the last character among small ones", async () => {
    const folder = temporaryFolder();
    const long = "Äußerst ausführlich – „so“ 🙂\n".repeat(125_000);
    expect(Buffer.byteLength(long)).toBeGreaterThan(5_000_000);
    const model = stubModel((_request, call) => completed(call === 1 ? long : "kurz"));
    const { trials, scores } = await run(folder, model, { cases: 3 });
    expect(trials.map(({ outcome }) => outcome.status === "completed" && outcome.answer)).toEqual([
      "kurz",
      long,
      "kurz",
    ]);
    // Graders do not read that far; the answer counts as the model's own failure.
    expect(scores[1]?.score).toMatchObject({ status: "unscored" });
    expect((await run(folder, model, { cases: 3 })).calls).toBe(0);
  });
});

describe("a clock that jumps back", () => {
  test("changes neither what is asked nor which line counts", async () => {
    const folder = temporaryFolder();
    const at = (date: string): Clock => ({ ...virtualClock(), date: () => date });
    const failing = stubModel(() => failed("context-too-long"));
    await run(folder, failing, { cases: 2, clock: at("2026-11-23T12:00:00.000Z") });
    const model = stubModel(() => completed("96 Euro"));
    const earlier = { cases: 2, clock: at("2026-11-23T11:00:00.000Z") };
    expect((await run(folder, model, earlier)).calls).toBe(2);
    const last = await run(folder, model, { ...earlier, clock: at("2020-01-01T00:00:00.000Z") });
    expect(last.calls).toBe(0);
    expect(last.trials.map(({ outcome }) => outcome.status)).toEqual([
      "failed",
      "failed",
      "completed",
      "completed",
    ]);
  });
});
