import { describe, expect, test } from "vitest";
import { modelConfigSchema } from "../../core/model.ts";
import { openModel } from "../../models/registry.ts";
import { answerAs, callAgainst, openAgainst, secretKey } from "../helpers/model-conformance.ts";
import { anthropic, type Protocol } from "../helpers/model-protocols.ts";

function configured(more: object): Protocol {
  return { ...anthropic, config: (baseURL) => ({ ...anthropic.config(baseURL), ...more }) };
}

const withFields = (changes: object) =>
  JSON.stringify({ ...(JSON.parse(anthropic.answer()) as object), ...changes });

async function outcomeOf(body: string) {
  return (await callAgainst(anthropic, answerAs(anthropic, { body }))).outcome;
}

test.each([
  ["none", { thinking: { type: "disabled" } }],
  ["high", { output_config: { effort: "high" } }],
])("the effort %s is sent as %o", async (reasoningEffort, expected) => {
  const behave = answerAs(anthropic, { body: anthropic.answer() });
  const { stub } = await callAgainst(configured({ reasoningEffort }), behave);
  expect(stub.received[0]?.body).toMatchObject(expected);
});

test("several blocks of text are one answer, and other blocks are none of it", async () => {
  const content = [
    { type: "text", text: "Der Ausweis " },
    { type: "tool_use", id: "t", name: "n", input: {} },
    { type: "text", text: "kostet 37 Euro." },
  ];
  const outcome = await outcomeOf(withFields({ content }));
  expect(outcome).toMatchObject({ answer: "Der Ausweis kostet 37 Euro." });
});

test("what came from and went to the cache is part of the input", async () => {
  const usage = {
    input_tokens: 5,
    cache_read_input_tokens: 100,
    cache_creation_input_tokens: 20,
    output_tokens: 3,
  };
  const outcome = await outcomeOf(withFields({ usage }));
  expect(outcome).toHaveProperty("usage", { inputTokens: 125, cachedTokens: 100, outputTokens: 3 });
});

test("a refusal without text carries the provider's explanation", async () => {
  const stop_details = { type: "refusal", category: null, explanation: "Not answered." };
  const outcome = await outcomeOf(
    withFields({ content: [], stop_reason: "refusal", stop_details }),
  );
  expect(outcome).toMatchObject({ finishReason: "refusal", answer: "Not answered." });
});

test.each([
  ["a full context", { stop_reason: "model_context_window_exceeded" }, "length"],
  ["a stop sequence", { stop_reason: "stop_sequence" }, "stop"],
  ["no reason", { stop_reason: null }, "unknown"],
])("%s", async (_, changes, finishReason) => {
  expect(await outcomeOf(withFields(changes))).toMatchObject({ finishReason });
});

test.each([
  [
    "the output filter",
    "Output blocked by content filtering policy",
    "completed",
    "finishReason",
    "content-filter",
  ],
  ["used-up credit", "Your credit balance is too low", "failed", "code", "authentication"],
  ["a long prompt", "prompt is too long: 210000 tokens", "failed", "code", "context-too-long"],
])("a 400 because of %s", async (_, message, status, field, value) => {
  const body = anthropic.refusal({ message });
  const { outcome } = await callAgainst(anthropic, answerAs(anthropic, { status: 400, body }));
  expect(outcome).toMatchObject({ status, [field]: value });
});

describe("before the first call", () => {
  test("the list of models is fetched with the key, and the nearest name is offered", async () => {
    const body = JSON.stringify({
      data: [{ type: "model", id: "claude-test-2" }],
      has_more: false,
    });
    const { model, stub } = await openAgainst(anthropic, answerAs(anthropic, { body }));
    const said: string[] = [];
    await model.prepare((message) => said.push(message));
    expect(said.join()).toMatch(/„claude-test“ nicht.*Meinten Sie „claude-test-2“/u);
    expect(stub.received[0]).toMatchObject({
      path: "/v1/models?limit=1000",
      headers: { "x-api-key": secretKey },
    });
  });

  test("a refused key ends with the name of the variable", async () => {
    const body = anthropic.refusal({ message: "invalid x-api-key", code: "authentication_error" });
    const { model } = await openAgainst(anthropic, answerAs(anthropic, { status: 401, body }));
    await expect(model.prepare(() => {})).rejects.toMatchObject({
      code: "endpoint-authentication",
      nextStep: expect.stringContaining("ANTHROPIC_API_KEY") as string,
    });
  });
});

test("the description says what the provider does not heed", async () => {
  const environment = { ANTHROPIC_API_KEY: secretKey };
  const config = modelConfigSchema.parse({ id: "anthropic:claude-test" });
  const { description } = await openModel(config, { environment, cacheFolder: "unused" });
  expect(description).toMatchObject({
    endpoint: "https://api.anthropic.com",
    place: "bei Anthropic",
    details: {
      temperature: "nicht gesendet (nimmt der Anbieter nicht an)",
      seed: "nicht gesendet (nimmt der Anbieter nicht an)",
    },
  });
});
