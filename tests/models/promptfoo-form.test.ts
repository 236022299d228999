import { expect, onTestFinished, test, vi } from "vitest";
import { modelConfigSchema } from "../../core/model.ts";
import { openModel } from "../../models/registry.ts";
import { secretKey } from "../helpers/model-conformance.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { completion, reply, startStub } from "./stub-endpoint.ts";

const schema = {
  type: "object",
  properties: { note: { type: "integer" } },
  required: ["note"],
  additionalProperties: false,
};
const answerForm = { name: "urteil", schema };
const text = '{"note":2}';

/** What a provider sends when it is asked for JSON of a form, and what comes of the answer. */
async function askFor(provider: string, body: string, form: object = { answerForm }) {
  const stub = await startStub(reply({ body }));
  onTestFinished(() => stub.close());
  onTestFinished(() => void vi.unstubAllEnvs());
  // This provider takes its address from nowhere else.
  vi.stubEnv("OLLAMA_BASE_URL", stub.baseURL);
  const config = { id: `promptfoo:${provider}`, baseURL: stub.baseURL, apiKeyEnv: "HAUS_KEY" };
  const context = { environment: { HAUS_KEY: secretKey }, cacheFolder: temporaryFolder() };
  const model = await openModel(modelConfigSchema.parse(config), context);
  onTestFinished(() => model.close());
  const messages = [{ role: "user", content: "Welche Note?" } as const];
  const request = { messages, temperature: 0, seed: 7, maxTokens: 50, ...form };
  const outcome = await model.call(request, new AbortController().signal);
  return { outcome, sent: stub.received[0]?.body };
}

const chat = completion({ message: { role: "assistant", content: text } });
const inChat = {
  response_format: { type: "json_schema", json_schema: { name: "urteil", schema, strict: true } },
};
const response = JSON.stringify({
  id: "r1",
  output: [{ type: "message", role: "assistant", content: [{ type: "output_text", text }] }],
  usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
});
const ollama = JSON.stringify({
  model: "m",
  message: { role: "assistant", content: text },
  done: true,
});

test.each([
  ["openai:chat:gpt-4.1", chat, inChat],
  [
    "openai:responses:gpt-4.1",
    response,
    { text: { format: { type: "json_schema", name: "urteil", schema, strict: true } } },
  ],
  ["mistral:mistral-small-latest", chat, inChat],
  ["groq:llama-3.3-70b-versatile", chat, inChat],
  ["openrouter:openai/gpt-4.1", chat, inChat],
  ["ollama:chat:mistral", ollama, { format: schema }],
])("promptfoo:%s asks for JSON of a form", { timeout: 60_000 }, async (provider, body, form) => {
  const { outcome, sent } = await askFor(provider, body);
  expect(sent).toMatchObject(form);
  expect(outcome).toMatchObject({ status: "completed", answer: text });
});

test("without a form nothing of it is sent", { timeout: 60_000 }, async () => {
  const { sent } = await askFor("openai:chat:gpt-4.1", chat, {});
  expect(sent).toBeDefined();
  expect(sent).not.toHaveProperty("response_format");
});
