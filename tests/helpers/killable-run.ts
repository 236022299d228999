import { mkdirSync } from "node:fs";
import { request } from "node:http";
import { z } from "zod";
import { defineGrader } from "../../core/grader.ts";
import type { Model } from "../../core/model.ts";
import { makeBudget } from "../../engine/budget.ts";
import { planRun } from "../../engine/plan.ts";
import { lockRun } from "../../engine/run-lock.ts";
import { runPlanned } from "../../engine/run.ts";
import { sampleCase, sampleSuite } from "./sample-suite.ts";
import { completed, stubDescription } from "./stub-model.ts";

/**
 * A run that is made to be killed: started as a program with a run folder, an address and a number of
 * trials it locks the folder, makes what is pending, and ends.
 */
const concurrency = 8;

const grader = defineGrader({
  name: "facts",
  version: "1",
  title: "Nimmt alles",
  needs: [],
  options: z.strictObject({}),
  judge: (answer) => ({ status: "scored", value: 1, reason: answer.slice(0, 20) }),
});

const description = stubDescription({ limits: { concurrency } });

function suiteOf(trials: number) {
  const cases = Array.from({ length: trials }, (_, index) =>
    sampleCase({ id: `fall-${index}`, input: { text: `Text ${index}`, question: "Was?" } }),
  );
  return sampleSuite({ cases });
}

/** The trials of such a run, for whoever wants to know what has to be there in the end. */
export function killableTrials(trials: number) {
  return planRun({
    suites: [suiteOf(trials)],
    assignments: [{ model: description }],
    variants: ["trained"],
    inputs: ["raw"],
    attempts: 1,
    seed: 1,
    profile: "full",
  }).trials;
}

export { concurrency as killableConcurrency };

function endpointModel(address: string): Model {
  return {
    description,
    concurrency,
    prepare: async () => Promise.resolve(),
    call: async ({ messages }) => completed(await post(address, messages[0]?.content ?? "")),
    close: async () => Promise.resolve(),
  };
}

async function post(address: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(address, { method: "POST" }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => resolve(text));
    });
    call.on("error", reject);
    call.end(body);
  });
}

async function run(folder: string, address: string, trials: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const release = lockRun(folder);
  const suite = suiteOf(trials);
  const cases = new Map(suite.cases.map((one) => [one.id, one]));
  await runPlanned({
    folder,
    trials: killableTrials(trials),
    models: [description],
    open: async () => Promise.resolve(endpointModel(address)),
    places: new Map([["probe", { suite, graders: [grader], cases }]]),
    budget: makeBudget(undefined),
    signal: new AbortController().signal,
    onEvent: () => undefined,
  });
  release();
}

if (import.meta.main) {
  const [folder = "", address = "", trials = "0"] = process.argv.slice(2);
  await run(folder, address, Number(trials));
}
