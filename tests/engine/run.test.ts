import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineGrader, type Grader } from "../../core/grader.ts";
import { scoreRecordSchema, trialRecordSchema } from "../../core/trial.ts";
import { makeBudget } from "../../engine/budget.ts";
import { planRun } from "../../engine/plan.ts";
import { gradePending } from "../../engine/regrade.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { lanesOf } from "../../engine/lanes.ts";
import type { RunEvent } from "../../engine/run-event.ts";
import { runPlanned } from "../../engine/run.ts";
import type { Suite } from "../../core/suite.ts";
import type { Model } from "../../core/model.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";
import { completed, failed, stubDescription, stubModel } from "../helpers/stub-model.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { virtualClock } from "../helpers/virtual-clock.ts";

const price = defineGrader({
  name: "facts",
  version: "1",
  title: "Nennt den Preis",
  needs: [],
  options: z.strictObject({}),
  judge: (answer, { case: graded }) => {
    if (answer === "Grader, stirb") throw new Error("tot");
    const wanted = graded.expected?.facts?.[0] ?? "";
    const value = answer.includes(wanted) ? 1 : 0;
    return { status: "scored", value, reason: `gesucht: ${wanted}` };
  },
});

function suiteOf(ids: readonly string[], part: Record<string, unknown> = {}): Suite {
  return sampleSuite({ cases: ids.map((id) => sampleCase({ id, ...part })) });
}

async function run(folder: string, suite: Suite, model: Model) {
  const { trials } = planRun({
    suites: [suite],
    assignments: [{ model: model.description }],
    variants: ["trained"],
    inputs: ["raw"],
    attempts: 1,
    seed: 1,
    profile: "full",
  });
  const events: RunEvent[] = [];
  const result = await runPlanned({
    folder,
    trials,
    models: [model.description],
    open: () => Promise.resolve(model),
    places: new Map([
      [
        "probe",
        { suite, graders: [price], cases: new Map(suite.cases.map((one) => [one.id, one])) },
      ],
    ]),
    budget: makeBudget(undefined),
    signal: new AbortController().signal,
    onEvent: (event) => void events.push(event),
    settings: { clock: virtualClock(), random: () => 0 },
  });
  const files = runFiles(folder);
  return {
    result,
    events,
    trials: await readSoundJournal(files.trials, trialRecordSchema),
    scores: await readSoundJournal(files.scores, scoreRecordSchema),
  };
}

describe("runPlanned", () => {
  test("asks, journals and grades everything once; a second start asks nothing", async () => {
    const folder = temporaryFolder();
    const model = stubModel(() => completed("96 Euro"));
    const first = await run(folder, suiteOf(["a", "b", "c"]), model);
    expect(first.trials).toHaveLength(3);
    expect(first.scores).toMatchObject([{ score: { passed: true } }, {}, {}]);
    const second = await run(folder, suiteOf(["a", "b", "c"]), model);
    expect(second.result.calls).toBe(0);
    expect(second.trials).toEqual(first.trials);
    expect(second.scores).toEqual(first.scores);
  });

  test("asks only what is new in an enlarged suite", async () => {
    const folder = temporaryFolder();
    const model = stubModel(() => completed("96 Euro"));
    await run(folder, suiteOf(["b"]), model);
    const { result, trials } = await run(folder, suiteOf(["a", "b", "c"]), model);
    expect(result.calls).toBe(2);
    expect(trials).toHaveLength(3);
  });

  test("grades again, without a call, when an expectation changed", async () => {
    const folder = temporaryFolder();
    const model = stubModel(() => completed("96 Euro"));
    await run(folder, suiteOf(["a"]), model);
    const changed = suiteOf(["a"], { expected: { facts: ["97 Euro"] } });
    const { result, scores } = await run(folder, changed, model);
    expect(result.calls).toBe(0);
    expect(scores.map(({ score }) => score.status === "scored" && score.passed)).toEqual([
      true,
      false,
    ]);
  });

  test("tries failed trials again and keeps the failed line", async () => {
    const folder = temporaryFolder();
    await run(
      folder,
      suiteOf(["a"]),
      stubModel(() => failed("context-too-long")),
    );
    const { trials } = await run(
      folder,
      suiteOf(["a"]),
      stubModel(() => completed("96 Euro")),
    );
    expect(trials.map(({ outcome }) => outcome.status)).toEqual(["failed", "completed"]);
  });

  test("grades an answer that was journalled but not graded before a crash", async () => {
    const folder = temporaryFolder();
    const model = stubModel(() => completed("96 Euro"));
    await run(folder, suiteOf(["a", "b"]), model);
    const files = runFiles(folder);
    writeFileSync(files.scores, "");
    const { result, scores } = await run(folder, suiteOf(["a", "b"]), model);
    expect(result.calls).toBe(0);
    expect(scores).toHaveLength(2);
  });

  test("asks a torn trial again and every other one not", async () => {
    const folder = temporaryFolder();
    const model = stubModel(() => completed("96 Euro"));
    await run(folder, suiteOf(["a", "b"]), model);
    const files = runFiles(folder);
    const text = readFileSync(files.trials, "utf8");
    writeFileSync(files.trials, text.slice(0, -20));
    const { result, trials, events } = await run(folder, suiteOf(["a", "b"]), model);
    expect(events[0]).toEqual({ type: "journal-mended", lines: 1 });
    expect(result.calls).toBe(1);
    expect(trials).toHaveLength(2);
  });

  test("marks what a throwing grader saw as unscored, names it and goes on", async () => {
    const { scores } = await run(
      temporaryFolder(),
      suiteOf(["a", "b"]),
      stubModel((_request, call) => completed(call === 0 ? "Grader, stirb" : "96 Euro")),
    );
    expect(scores[0]?.score).toEqual({
      status: "unscored",
      reason: "Der Grader „facts“ ist gescheitert: tot",
    });
    expect(scores[1]?.score.status).toBe("scored");
  });
});

describe("gradePending", () => {
  const suite = suiteOf(["a"]);
  const places = (grader: Grader) =>
    new Map([
      ["probe", { suite, graders: [grader], cases: new Map([["a", sampleCase({ id: "a" })]]) }],
    ]);

  test("tries again what a grader could not judge, and records the same result only once", async () => {
    const folder = temporaryFolder();
    const { trials, scores } = await run(
      folder,
      suite,
      stubModel(() => completed("Grader, stirb")),
    );
    expect(scores).toMatchObject([{ score: { status: "unscored" } }]);
    expect(gradePending(trials, scores, places(price))).toEqual([]);
    const mended: Grader = {
      ...price,
      grade: () => ({ score: { status: "unscored", reason: "neu" } }),
    };
    expect(gradePending(trials, scores, places(mended))).toMatchObject([
      { score: { reason: "neu" } },
    ]);
  });
});

describe("lanesOf", () => {
  test("lets embedded models run one after the other and endpoints side by side", () => {
    const models = [
      stubDescription({ id: "llama:a", way: "llama" }),
      stubDescription({ id: "llama:b", way: "llama" }),
      stubDescription({ id: "compatible:c" }),
      stubDescription({ id: "baseline:copy", way: "baseline", endpoint: "none" }),
    ];
    expect(lanesOf(models).map((lane) => lane.map(({ id }) => id))).toEqual([
      ["llama:a", "llama:b"],
      ["compatible:c"],
      ["baseline:copy"],
    ]);
  });
});
