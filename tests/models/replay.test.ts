import { describe, expect, test } from "vitest";
import { modelConfigSchema, modelDescriptionSchema, type ModelRequest } from "../../core/model.ts";
import type { Outcome } from "../../core/outcome.ts";
import { openModel } from "../../models/registry.ts";
import type { EarlierRun } from "../../models/model-context.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const calm = new AbortController().signal;
const question: ModelRequest = { messages: [], temperature: 0, seed: 1, maxTokens: 9, attempt: 2 };

const answered: Outcome = {
  status: "completed",
  answer: "Ja",
  finishReason: "stop",
  usage: { inputTokens: 3, outputTokens: 1 },
  timing: { totalMs: 12 },
};

function earlierRun(outcome: Outcome | undefined, ids = ["ollama:eins"]): EarlierRun {
  return {
    runId: "lauf-1",
    models: ids.map((id) =>
      modelDescriptionSchema.parse({ id, way: "ollama", name: "Eins", parameters: { seed: 5 } }),
    ),
    find: (model, request) =>
      model.id === ids[0] && request.attempt === question.attempt ? outcome : undefined,
  };
}

async function open(id: string, run: EarlierRun, model?: string) {
  return await openModel(modelConfigSchema.parse({ id, model }), {
    environment: {},
    cacheFolder: "unused",
    startFolder: "/work",
    earlierRun: async (folder) => {
      expect(folder).toBe("/work/lauf");
      return run;
    },
  });
}

test("an answer comes back as one that nobody was asked for", async () => {
  const model = await open("replay:lauf", earlierRun(answered));
  const outcome = await model.call(question, calm);
  expect(outcome).toEqual({
    status: "completed",
    answer: "Ja",
    finishReason: "stop",
    usage: { inputTokens: 3, outputTokens: 1 },
    cached: true,
  });
  expect(model.description).toMatchObject({
    id: "replay:lauf",
    way: "replay",
    endpoint: "embedded",
    name: "Eins",
    details: { run: "lauf-1", model: "ollama:eins" },
    parameters: { seed: 5 },
  });
});

describe("what is not there", () => {
  test.each<[string, Outcome | undefined, string]>([
    ["was never asked so", undefined, "anders als damals"],
    ["failed then", { status: "failed", code: "timeout", message: "x" }, "timeout"],
  ])("a question that %s is unanswered", async (_kind, outcome, words) => {
    const model = await open("replay:lauf", earlierRun(outcome));
    const got = await model.call(question, calm);
    expect(got).toMatchObject({ status: "failed", code: "unanswered" });
    expect(got).toHaveProperty("message", expect.stringContaining(words));
  });

  test("an aborted run gets nothing", async () => {
    const model = await open("replay:lauf", earlierRun(answered));
    expect(await model.call(question, AbortSignal.abort())).toMatchObject({ code: "aborted" });
  });
});

describe("a run with several models", () => {
  const run = earlierRun(answered, ["ollama:eins", "ollama:zwei"]);

  test("needs a name", async () => {
    const error = await userErrorOf(async () => open("replay:lauf", run));
    expect(error.nextStep).toContain("replay:/work/lauf#ollama:zwei");
  });

  test.each([
    ["replay:lauf#ollama:eins", undefined],
    ["replay:lauf", "ollama:eins"],
  ])("%s with model %s is one of them", async (id, name) => {
    const model = await open(id, run, name);
    expect(await model.call(question, calm)).toMatchObject({ answer: "Ja" });
  });

  test("refuses a model it does not have", async () => {
    const error = await userErrorOf(async () => open("replay:lauf#ollama:drei", run));
    expect(error).toMatchObject({ code: "unknown-model", exitCode: 2 });
  });
});
