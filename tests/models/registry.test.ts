import { describe, expect, test } from "vitest";
import { modelConfigSchema, modelDescriptionSchema } from "../../core/model.ts";
import { UserError } from "../../core/user-error.ts";
import { knownModels, openModel } from "../../models/registry.ts";

const context = { environment: {}, cacheFolder: "unused" };

function open(id: string) {
  return openModel(modelConfigSchema.parse({ id }), context);
}

async function refusalOf(id: string): Promise<UserError> {
  const error = await open(id).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

test("the embedded models and the four baselines are known", () => {
  expect(knownModels).toEqual([
    "llama:gemma3-270m",
    "llama:smollm2-135m",
    "baseline:copy",
    "baseline:lead",
    "baseline:retrieval",
    "baseline:reference",
  ]);
});

describe.each(knownModels)("%s", (id) => {
  test("opens without weights, and its description can be recorded", async () => {
    const model = await open(id);
    expect(modelDescriptionSchema.parse(model.description)).toEqual(model.description);
    expect(model.description).toMatchObject({ id, place: "auf diesem Rechner" });
    expect(model.concurrency).toBeGreaterThanOrEqual(1);
    await model.close();
  });
});

test("an unknown way lists what is known", async () => {
  const error = await refusalOf("wolke:riesig-900b");
  expect(error).toMatchObject({ code: "unknown-model", exitCode: 2 });
  expect(error.message).toBe("Das Modell „wolke:riesig-900b“ ist nicht bekannt.");
  for (const id of knownModels) expect(error.nextStep).toContain(id);
});

test.each([
  ["llama:gema3-270m", "llama:gemma3-270m"],
  ["baselin:copy", "baseline:copy"],
  ["baseline:kopie", "baseline:copy"],
])("%s: the nearest known name is suggested", async (typed, expected) => {
  expect((await refusalOf(typed)).message).toContain(`Meinten Sie „${expected}“?`);
});

test("a model file that is not there is named", async () => {
  const error = await refusalOf("llama:./nirgends/modell.gguf");
  expect(error).toMatchObject({ code: "unknown-model", exitCode: 2 });
  expect(error.message).toContain("nirgends/modell.gguf");
});

describe("a setting that the way does not heed is refused", () => {
  const environment = { ANTHROPIC_API_KEY: "geheim-4711-0815-abcdef" };
  test.each([
    ["anthropic:claude-test", { api: "chat" }, /api/u],
    ["baseline:copy", { reasoningEffort: "low" }, /reasoningEffort/u],
    ["llama:gemma3-270m", { reasoningEffort: "low" }, /reasoningEffort/u],
  ])("%s %o", async (id, settings, message) => {
    const config = modelConfigSchema.parse({ id, ...settings });
    const trouble = openModel(config, { ...context, environment });
    await expect(trouble).rejects.toMatchObject({ code: "model-config", exitCode: 2 });
    await expect(trouble).rejects.toThrow(message);
  });
});

test.each(["openai:", "anthropic:", "ollama:"])("%s needs a name", (way) => {
  expect(modelConfigSchema.safeParse({ id: way }).success).toBe(false);
});
