import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { defineGrader } from "../../core/grader.ts";
import type { ModelRequest } from "../../core/model.ts";
import { scoreRecordSchema, trialRecordSchema } from "../../core/trial.ts";
import { makeBudget } from "../../engine/budget.ts";
import { planRun } from "../../engine/plan.ts";
import type { PlannedTrial } from "../../engine/planned-trial.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { runPlanned } from "../../engine/run.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";
import { completed, failed, stubDescription, stubModel } from "../helpers/stub-model.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { virtualClock } from "../helpers/virtual-clock.ts";

/** What happens to a suite between two starts of its run, and how the start goes. */
interface Sitting {
  readonly edit:
    | "nothing"
    | "add"
    | "edit-question"
    | "edit-expectation"
    | "revert-expectation"
    | "remove"
    | "restore"
    | "attempts";
  /** Which case is edited; the number of cases is known only later. */
  readonly which: number;
  readonly added: number;
  /** Calls after which the run is broken off. */
  readonly abortAfter: number | undefined;
  /** Every how many-th question fails in this sitting; 0 for none. */
  readonly failing: number;
}

const sitting: fc.Arbitrary<Sitting> = fc.record({
  edit: fc.constantFrom(
    "nothing",
    "add",
    "edit-question",
    "edit-expectation",
    "revert-expectation",
    "remove",
    "restore",
    "attempts",
  ),
  which: fc.nat(20),
  added: fc.integer({ min: 1, max: 4 }),
  abortAfter: fc.option(fc.nat(6), { nil: undefined }),
  failing: fc.nat(3),
});

interface AuthoredCase {
  readonly id: string;
  readonly question: number;
  readonly expectation: number;
  readonly isRemoved: boolean;
}

interface World {
  readonly cases: readonly AuthoredCase[];
  readonly attempts: number;
}

function edit({ cases, attempts }: World, { edit: what, which, added }: Sitting): World {
  const chosen = which % Math.max(1, cases.length);
  const change = (part: Partial<AuthoredCase>) => ({
    attempts,
    cases: cases.map((one, index) => (index === chosen ? { ...one, ...part } : one)),
  });
  const { question = 0, expectation = 0 } = cases[chosen] ?? {};
  if (what === "add") return { attempts, cases: [...cases, ...newCases(cases.length, added)] };
  if (what === "edit-question") return change({ question: question + 1 });
  if (what === "edit-expectation") return change({ expectation: expectation + 1 });
  if (what === "revert-expectation") return change({ expectation: 0 });
  if (what === "remove" || what === "restore") return change({ isRemoved: what === "remove" });
  return { cases, attempts: what === "attempts" ? attempts + 1 : attempts };
}

function newCases(from: number, count: number): AuthoredCase[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `fall-${from + index}`,
    question: 0,
    expectation: 0,
    isRemoved: false,
  }));
}

/** Says in its reason which expectation it judged by. */
const grader = defineGrader({
  name: "facts",
  version: "1",
  title: "Nennt die Erwartung",
  needs: [],
  options: z.strictObject({}),
  judge: (answer, { case: graded }) => ({
    status: "scored",
    value: 1,
    reason: `${answer} nach ${graded.expected?.facts?.[0] ?? "nichts"}`,
  }),
});

const description = stubDescription({ limits: { concurrency: 3 } });

function suiteOf({ cases }: World) {
  return sampleSuite({
    cases: cases
      .filter(({ isRemoved }) => !isRemoved)
      .map(({ id, question, expectation }) =>
        sampleCase({
          id,
          input: { text: `Text ${id}`, question: `Frage ${question}?` },
          expected: { facts: [`Erwartung ${expectation}`] },
        }),
      ),
  });
}

function planOf(world: World): readonly PlannedTrial[] {
  return planRun({
    suites: [suiteOf(world)],
    assignments: [{ model: description }],
    variants: ["trained"],
    inputs: ["raw"],
    attempts: world.attempts,
    seed: 1,
    profile: "full",
  }).trials;
}

/** What is asked, as a name: the same for a planned trial and for the request that comes of it. */
function nameOf({ messages, seed }: Pick<ModelRequest, "messages" | "seed">): string {
  return `${messages[0]?.content ?? ""} ${seed}`;
}

/** One sitting in a run folder; gives the names of what was asked, in order. */
async function sit(folder: string, world: World, how: Sitting, number: number): Promise<string[]> {
  const controller = new AbortController();
  const asked: string[] = [];
  const model = stubModel(async (request, call) => {
    if (call === how.abortAfter) controller.abort();
    if (controller.signal.aborted) return failed("aborted");
    asked.push(nameOf(request));
    await Promise.resolve();
    return how.failing > 0 && call % how.failing === 0
      ? failed("context-too-long")
      : completed(`Antwort ${number}.${call}`);
  }, description);
  const suite = suiteOf(world);
  await runPlanned({
    folder,
    trials: planOf(world),
    models: [description],
    open: async () => Promise.resolve(model),
    places: new Map([
      [
        "probe",
        { suite, graders: [grader], cases: new Map(suite.cases.map((one) => [one.id, one])) },
      ],
    ]),
    budget: makeBudget(undefined),
    signal: controller.signal,
    onEvent: () => undefined,
    settings: { clock: virtualClock(), random: () => 0 },
  });
  return asked;
}

async function read(folder: string) {
  const files = runFiles(folder);
  const textOf = (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : "");
  const trials = await readSoundJournal(files.trials, trialRecordSchema);
  const answered = trials.filter(({ outcome }) => outcome.status === "completed");
  return {
    texts: [textOf(files.trials), textOf(files.scores)],
    answers: new Map(answered.map(({ trialId, outcome }) => [trialId, outcome])),
    doubled: answered.length - new Set(answered.map(({ trialId }) => trialId)).size,
    scores: await readSoundJournal(files.scores, scoreRecordSchema),
  };
}

/** The law of resuming, checked after one sitting. */
async function checkSitting(
  folder: string,
  { world, how, number }: { readonly world: World; readonly how: Sitting; readonly number: number },
): Promise<void> {
  const before = await read(folder);
  const planned = planOf(world);
  const open = planned.filter(({ trialId }) => !before.answers.has(trialId)).map(nameOf);
  const asked = await sit(folder, world, how, number);
  const after = await read(folder);

  // What is there and unchanged is never asked again; what changed runs, each once.
  expect(new Set(asked).size).toBe(asked.length);
  expect(open).toEqual(expect.arrayContaining(asked));
  const isWhole = how.abortAfter === undefined || how.abortAfter >= open.length;
  if (isWhole) expect(asked.toSorted()).toEqual(open.toSorted());

  // Nothing is deleted or changed, nothing is there twice.
  for (const [index, text] of before.texts.entries()) {
    expect(after.texts[index]?.startsWith(text)).toBe(true);
  }
  expect(after.doubled).toBe(0);

  // Every answer to a planned trial is judged by the expectation that now holds.
  const expectations = new Map(world.cases.map(({ id, expectation }) => [id, expectation]));
  const reasons = new Map(
    after.scores.map((score) => [`${score.trialId} ${score.caseHash}`, score.score.reason]),
  );
  for (const { trialId, caseHash, case: id } of planned) {
    const answer = after.answers.get(trialId);
    if (answer?.status !== "completed") continue;
    expect(reasons.get(`${trialId} ${caseHash}`)).toBe(
      `${answer.answer} nach Erwartung ${expectations.get(id) ?? ""}`,
    );
  }
}

test("whatever is edited and however starts end: nothing is asked twice, lost or judged by an old expectation", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sitting, { minLength: 1, maxLength: 8 }), async (sittings) => {
      const folder = temporaryFolder();
      let world: World = { cases: newCases(0, 3), attempts: 1 };
      for (const [number, how] of sittings.entries()) {
        world = edit(world, how);
        await checkSitting(folder, { world, how, number });
      }
      const last: Sitting = {
        edit: "nothing",
        which: 0,
        added: 1,
        abortAfter: undefined,
        failing: 0,
      };
      await checkSitting(folder, { world, how: last, number: sittings.length });
      const { answers } = await read(folder);
      expect(planOf(world).filter(({ trialId }) => !answers.has(trialId))).toEqual([]);
    }),
    { seed: 20261123, numRuns: 60 },
  );
});
