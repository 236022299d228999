import { MessageChannel, type MessagePort } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { defineGrader } from "../../core/grader.ts";
import type { Outcome } from "../../core/outcome.ts";
import { scoreRecordSchema, trialRecordSchema } from "../../core/trial.ts";
import { makeBudget } from "../../engine/budget.ts";
import type { Executor, OpenExecutor } from "../../engine/executor.ts";
import { planRun } from "../../engine/plan.ts";
import type { PlannedTrial } from "../../engine/planned-trial.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import type { RunEvent } from "../../engine/run-event.ts";
import { runPlanned } from "../../engine/run.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";
import { completed, failed, stubDescription } from "../helpers/stub-model.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { virtualClock } from "../helpers/virtual-clock.ts";

const grader = defineGrader({
  name: "facts",
  version: "1",
  title: "Nimmt alles",
  needs: [],
  options: z.strictObject({}),
  judge: (answer) => ({ status: "scored", value: 1, reason: answer }),
});

interface Job {
  readonly number: number;
  readonly question: string;
}

interface Done {
  readonly number: number;
  readonly outcome: Outcome;
}

/** "Another machine": gets jobs as copies over a line and sends outcomes back. */
function startWorker(name: string, answer: (job: Job) => Outcome): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.on("message", (job: Job) => {
    const outcome = answer(job);
    port2.postMessage({
      number: job.number,
      outcome:
        outcome.status === "completed"
          ? { ...outcome, answer: `${name}: ${outcome.answer}` }
          : outcome,
    } satisfies Done);
  });
  onTestFinished(() => port1.close());
  return port1;
}

/** A second executor: a queue whose jobs two workers take in turn. No model is opened here. */
function queueExecutor(answer: (job: Job) => Outcome): Executor {
  const workers = [startWorker("A", answer), startWorker("B", answer)];
  const open = new Map<number, (outcome: Outcome) => void>();
  for (const worker of workers) {
    worker.on("message", ({ number, outcome }: Done) => open.get(number)?.(outcome));
  }
  let count = 0;
  return {
    concurrency: 6,
    execute: async ({ messages }: PlannedTrial) =>
      new Promise((resolve) => {
        const number = count++;
        open.set(number, resolve);
        workers[number % 2]?.postMessage({ number, question: messages[0]?.content ?? "" });
      }),
    close: async () => {
      for (const worker of workers) worker.close();
      return Promise.resolve();
    },
  };
}

async function run(openExecutor: OpenExecutor) {
  const folder = temporaryFolder();
  const suite = sampleSuite({
    cases: Array.from({ length: 20 }, (_, index) =>
      sampleCase({ id: `fall-${index}`, input: { text: `Text ${index}`, question: "Was?" } }),
    ),
  });
  const description = stubDescription();
  const events: RunEvent[] = [];
  const { trials } = planRun({
    suites: [suite],
    assignments: [{ model: description }],
    variants: ["trained"],
    inputs: ["raw"],
    attempts: 1,
    seed: 1,
    profile: "full",
  });
  const result = await runPlanned({
    folder,
    trials,
    models: [description],
    open: async () => Promise.reject(new Error("no model is opened in this process")),
    openExecutor,
    places: new Map([
      [
        "probe",
        { suite, graders: [grader], cases: new Map(suite.cases.map((one) => [one.id, one])) },
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
    planned: trials.map(({ trialId }) => trialId),
    trials: await readSoundJournal(files.trials, trialRecordSchema),
    scores: await readSoundJournal(files.scores, scoreRecordSchema),
  };
}

test("a queue with two workers takes the place of this process; every other stage is the same", async () => {
  const { result, planned, trials, scores } = await run(async (_model, report) => {
    report("Zwei Rechner sind bereit.");
    return Promise.resolve(queueExecutor(({ question }) => completed(question.slice(-40))));
  });
  expect(result).toMatchObject({ calls: 20, stops: [] });
  expect(trials.map(({ trialId }) => trialId).toSorted()).toEqual(planned.toSorted());
  const answers = trials.map(({ outcome }) =>
    outcome.status === "completed" ? outcome.answer.slice(0, 1) : "",
  );
  expect(answers.filter((worker) => worker === "A")).toHaveLength(10);
  expect(answers.filter((worker) => worker === "B")).toHaveLength(10);
  expect(scores).toHaveLength(20);
});

test("what an executor cannot do stops its model: a wrong key, spent money, or its own end", async () => {
  const refused = await run(async () =>
    Promise.resolve(queueExecutor(() => failed("authentication"))),
  );
  expect(refused.result.stops).toMatchObject([{ because: "authentication" }]);
  const dear = await run(async () => Promise.resolve(queueExecutor(() => failed("budget"))));
  expect(dear.result.stops).toMatchObject([{ because: "budget" }]);
  expect(dear.trials).toEqual([]);
  const end = new AbortController();
  const gone = await run(async () =>
    Promise.resolve({
      ...queueExecutor(() => {
        end.abort({ message: "Die Warteschlange ist weg." });
        return failed("aborted");
      }),
      givenUp: end.signal,
    }),
  );
  expect(gone.result.stops).toMatchObject([
    { because: "endpoint-down", message: "Die Warteschlange ist weg." },
  ]);
  expect(gone.events.at(-1)).toMatchObject({ type: "model-finish", stop: {} });
});
