import { mkdirSync } from "node:fs";
import type { Model } from "../../core/model.ts";
import { modelConfigSchema, modelDescriptionSchema } from "../../core/model.ts";
import { indexCases } from "../../engine/case-index.ts";
import { makeBudget } from "../../engine/budget.ts";
import { planRun } from "../../engine/plan.ts";
import { lockRun } from "../../engine/run-lock.ts";
import { runPlanned } from "../../engine/run.ts";
import { openModel } from "../../models/registry.ts";
import { checks, concurrency, makeSuite, stubAnswer } from "./workload.ts";

/**
 * A program: plans so many cases and runs them in a folder, with a model in this process (`stub`) or
 * through the `openai` SDK at an address. Writes what it measured as JSON to stdout.
 */
const [way = "stub", folder = "", cases = "0", attempts = "1", address = ""] =
  process.argv.slice(2);

const stub: Model = {
  description: modelDescriptionSchema.parse({
    id: "compatible:stub",
    way: "compatible",
    name: "stub",
  }),
  concurrency,
  prepare: async () => Promise.resolve(),
  call: async () =>
    Promise.resolve({
      status: "completed",
      answer: stubAnswer,
      finishReason: "stop",
      usage: { inputTokens: 60, outputTokens: 40 },
    }),
  close: async () => Promise.resolve(),
};

async function open(): Promise<Model> {
  if (way === "stub") return stub;
  const config = modelConfigSchema.parse({
    id: "compatible:stub",
    baseURL: address,
    model: "stub",
    limits: { concurrency },
  });
  return openModel(config, { environment: {}, cacheFolder: folder });
}

const begin = performance.now();
mkdirSync(folder, { recursive: true });
const release = lockRun(folder);
const suite = makeSuite(Number(cases));
const model = await open();
const { trials } = planRun({
  suites: [suite],
  assignments: [{ model: model.description }],
  variants: ["trained"],
  inputs: ["raw"],
  attempts: Number(attempts),
  seed: 1,
  profile: "full",
});
const planned = performance.now();
let opened = planned;
const { calls } = await runPlanned({
  folder,
  trials,
  models: [model.description],
  open: async () => Promise.resolve(model),
  places: new Map([["bench", { suite, graders: checks, cases: indexCases(suite.cases) }]]),
  budget: makeBudget(undefined),
  signal: new AbortController().signal,
  onEvent: ({ type }) => {
    if (type === "run-start") opened = performance.now();
  },
});
release();
const { user, system } = process.cpuUsage();
process.stdout.write(
  `${JSON.stringify({
    calls,
    planMs: planned - begin,
    openMs: opened - planned,
    totalMs: performance.now() - begin,
    cpuMs: (user + system) / 1000,
    peakMB: process.resourceUsage().maxRSS / 1000,
  })}\n`,
);
