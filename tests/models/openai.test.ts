import { describe, expect, test } from "vitest";
import { modelConfigSchema } from "../../core/model.ts";
import { openModel } from "../../models/registry.ts";
import { answerAs, callAgainst, secretKey } from "../helpers/model-conformance.ts";
import { openaiChat, openaiResponses, type Protocol } from "../helpers/model-protocols.ts";

function configured(protocol: Protocol, more: object): Protocol {
  return { ...protocol, config: (baseURL) => ({ ...protocol.config(baseURL), ...more }) };
}

async function sentBy(protocol: Protocol): Promise<unknown> {
  const { stub } = await callAgainst(protocol, answerAs(protocol, { body: protocol.answer() }));
  return stub.received[0]?.body;
}

describe("temperature", () => {
  test.each([
    "gpt-4.1-mini",
    "gpt-4o-2024-11-20",
    "gpt-3.5-turbo",
    "ft:gpt-4.1:amt",
    "gpt-oss-20b",
    "mistral",
  ])("is sent to %s", async (model) => {
    expect(await sentBy(configured(openaiResponses, { model }))).toHaveProperty("temperature", 0);
  });

  test.each([
    "o3",
    "o4-mini-2025-04-16",
    "gpt-5",
    "gpt-6.1-sol",
    "ft:gpt-5-mini:amt",
    "codex-mini-latest",
  ])("is not sent to %s, which reasons", async (model) => {
    expect(await sentBy(configured(openaiResponses, { model }))).not.toHaveProperty("temperature");
    expect(await sentBy(configured(openaiChat, { model }))).not.toHaveProperty("temperature");
  });

  test("depends on the effort where one is set", async () => {
    const reasoning = { model: "neues-modell", reasoningEffort: "low" };
    const sent = await sentBy(configured(openaiResponses, reasoning));
    expect(sent).toHaveProperty("reasoning", { effort: "low" });
    expect(sent).not.toHaveProperty("temperature");
    const chat = await sentBy(configured(openaiChat, reasoning));
    expect(chat).toHaveProperty("reasoning_effort", "low");
    const none = await sentBy(configured(openaiResponses, { reasoningEffort: "none" }));
    expect(none).toMatchObject({ reasoning: { effort: "none" }, temperature: 0 });
  });
});

describe("a response that did not come to its end", () => {
  const withStatus = (changes: object) =>
    JSON.stringify({ ...(JSON.parse(openaiResponses.answer()) as object), ...changes });

  test.each([
    ["failed", { status: "failed", error: { code: "server_error", message: "x" } }, "overload"],
    [
      "too many",
      { status: "failed", error: { code: "rate_limit_exceeded", message: "x" } },
      "rate-limit",
    ],
    ["failed without a reason", { status: "failed" }, "malformed-answer"],
    ["cancelled", { status: "cancelled" }, "malformed-answer"],
    ["still under way", { status: "in_progress" }, "malformed-answer"],
    ["of a status nobody knows", { status: "done" }, "malformed-answer"],
    [
      "without text in its text",
      { output: [{ type: "message", content: [{ type: "output_text" }] }] },
      "malformed-answer",
    ],
    ["a message without content", { output: [{ type: "message" }] }, "malformed-answer"],
  ])("%s is no answer", async (_, changes, code) => {
    const { outcome } = await callAgainst(
      openaiResponses,
      answerAs(openaiResponses, { body: withStatus(changes) }),
    );
    expect(outcome).toMatchObject({ status: "failed", code });
  });

  test("stopped by a policy it is the filter's answer", async () => {
    const error = { code: "bio_policy", message: "stopped" };
    const body = withStatus({ status: "failed", error });
    const { outcome } = await callAgainst(openaiResponses, answerAs(openaiResponses, { body }));
    expect(outcome).toMatchObject({ status: "completed", finishReason: "content-filter" });
  });
});

test("an answer that used up its tokens was cut, though it is called completed", async () => {
  const said = JSON.parse(openaiResponses.answer()) as object;
  const body = JSON.stringify({ ...said, usage: { input_tokens: 12, output_tokens: 50 } });
  const { outcome } = await callAgainst(openaiResponses, answerAs(openaiResponses, { body }));
  expect(outcome).toMatchObject({ status: "completed", finishReason: "length" });
});

test("the tokens of thinking are counted apart", async () => {
  for (const protocol of [openaiResponses, openaiChat]) {
    const { outcome } = await callAgainst(
      protocol,
      answerAs(protocol, { body: protocol.answer() }),
    );
    expect(outcome).toMatchObject({ usage: { outputTokens: 7, reasoningTokens: 3 } });
  }
});

describe("the description", () => {
  const context = { environment: { OPENAI_API_KEY: secretKey }, cacheFolder: "unused" };
  const open = (config: object) => openModel(modelConfigSchema.parse(config), context);

  test("says what the provider does not heed", async () => {
    const { description } = await open({ id: "openai:gpt-5.4-mini" });
    expect(description).toMatchObject({
      way: "openai",
      name: "gpt-5.4-mini",
      endpoint: "https://api.openai.com/v1",
      place: "bei OpenAI",
      details: {
        protocol: "OpenAI Responses",
        store: "false",
        temperature: "nicht gesendet (Reasoning-Modell)",
        seed: "nicht gesendet (Responses kennt keinen)",
      },
    });
    expect(JSON.stringify(description)).not.toContain(secretKey);
  });

  test("needs the key at the provider's own address, and only there", async () => {
    const bare = { ...context, environment: {} };
    const config = modelConfigSchema.parse({ id: "openai:gpt-4.1" });
    await expect(openModel(config, bare)).rejects.toMatchObject({
      code: "missing-key",
      message: expect.stringContaining("OPENAI_API_KEY") as string,
    });
    const own = { ...config, baseURL: "http://127.0.0.1:9/v1" };
    expect((await openModel(own, bare)).description.place).toBe("auf diesem Rechner");
    await expect(openModel({ ...own, apiKeyEnv: "HAUS_KEY" }, bare)).rejects.toMatchObject({
      code: "missing-key",
    });
  });
});
