import { afterEach, describe, expect, test, vi } from "vitest";
import { modelConfigSchema, type Model } from "../../core/model.ts";
import { outcomeSchema, type Outcome } from "../../core/outcome.ts";
import { openModel } from "../../models/registry.ts";
import {
  completion,
  reply,
  startStub,
  type Behaviour,
  type StubEndpoint,
} from "./stub-endpoint.ts";

const key = "geheim-4711-0815-abcdef";
const request = {
  messages: [
    { role: "system", content: "Du hilfst im Bürgerbüro." },
    { role: "user", content: "Was kostet der Ausweis?" },
  ],
  temperature: 0,
  seed: 7,
  maxTokens: 50,
} as const;

let stub: StubEndpoint | undefined;
let model: Model | undefined;

afterEach(async () => {
  vi.unstubAllEnvs();
  await model?.close();
  await stub?.close();
  stub = undefined;
  model = undefined;
});

interface Setting {
  readonly apiKeyEnv?: string;
  readonly deadlineMs?: number;
  readonly baseURL?: string;
}

async function openAt(behave: Behaviour, setting: Setting = {}): Promise<Model> {
  stub = await startStub(behave);
  const { deadlineMs, ...config } = { apiKeyEnv: "HAUS_KEY", baseURL: stub.baseURL, ...setting };
  model = await openModel(
    modelConfigSchema.parse({ id: "compatible:haus", model: "haus-modell", ...config }),
    { environment: { HAUS_KEY: key }, cacheFolder: "unused", deadlineMs },
  );
  return model;
}

async function callAt(behave: Behaviour, setting: Setting = {}): Promise<Outcome> {
  const opened = await openAt(behave, setting);
  const outcome = await opened.call(request, new AbortController().signal);
  expect(outcomeSchema.parse(outcome)).toEqual(outcome);
  expect(JSON.stringify(outcome)).not.toContain(key);
  return outcome;
}

describe("a normal answer", () => {
  test("comes with its usage and its duration", async () => {
    const outcome = await callAt(reply({ body: completion() }));
    expect(outcome).toEqual({
      status: "completed",
      answer: "Der Ausweis kostet 37 Euro.",
      finishReason: "stop",
      usage: { inputTokens: 12, outputTokens: 7 },
      timing: { totalMs: expect.any(Number) as number },
    });
  });

  test("was asked for with the messages, the parameters and the key, and nothing about us", async () => {
    vi.stubEnv("OPENAI_API_KEY", "fremd-1");
    vi.stubEnv("OPENAI_ORG_ID", "fremd-2");
    vi.stubEnv("OPENAI_CUSTOM_HEADERS", "x-fremd: fremd-3");
    await callAt(reply({ body: completion() }));
    const [sent] = stub?.received ?? [];
    expect(sent).toMatchObject({
      method: "POST",
      path: "/v1/chat/completions",
      body: {
        model: "haus-modell",
        messages: request.messages,
        temperature: 0,
        seed: 7,
        max_tokens: 50,
      },
    });
    expect(sent?.headers).toMatchObject({
      authorization: `Bearer ${key}`,
      "user-agent": "amtsprobe",
    });
    const names = Object.keys(sent?.headers ?? {});
    expect(names.filter((name) => name.startsWith("x-") || name.startsWith("openai-"))).toEqual([]);
  });

  test("is asked for without a key when the configuration names none", async () => {
    vi.stubEnv("OPENAI_API_KEY", "fremd-1");
    stub = await startStub(reply({ body: completion() }));
    const config = { id: "compatible:haus", model: "haus-modell", baseURL: stub.baseURL };
    const context = { environment: {}, cacheFolder: "unused" };
    model = await openModel(modelConfigSchema.parse(config), context);
    const outcome = await model.call(request, new AbortController().signal);
    expect(outcome.status).toBe("completed");
    expect(stub.received[0]?.headers).not.toHaveProperty("authorization");
  });

  test.each([
    ["length", { finish_reason: "length" }, "length", "Der Ausweis kostet 37 Euro."],
    [
      "content filter",
      { finish_reason: "content_filter" },
      "content-filter",
      "Der Ausweis kostet 37 Euro.",
    ],
    ["another reason", { finish_reason: "tool_calls" }, "unknown", "Der Ausweis kostet 37 Euro."],
    ["no reason", { finish_reason: null }, "unknown", "Der Ausweis kostet 37 Euro."],
    [
      "refusal",
      { message: { content: null, refusal: "Das geht nicht." } },
      "refusal",
      "Das geht nicht.",
    ],
    ["no content", { message: { content: null } }, "stop", ""],
    ["white space", { message: { content: " \n Ja. \n" } }, "stop", "Ja."],
  ])("keeps the model's own way of ending: %s", async (_, choice, finishReason, answer) => {
    const outcome = await callAt(reply({ body: completion(choice) }));
    expect(outcome).toMatchObject({ status: "completed", finishReason, answer });
  });

  test.each([
    ["none", { usage: undefined }, undefined],
    ["null", { usage: null }, undefined],
    ["broken numbers", { usage: { prompt_tokens: -3, completion_tokens: 7 } }, { outputTokens: 7 }],
  ])("does without usage that is not there: %s", async (_, rest, usage) => {
    const outcome = await callAt(reply({ body: completion({}, rest) }));
    expect(outcome).toMatchObject({ status: "completed" });
    expect(outcome.status === "completed" && outcome.usage).toEqual(usage);
  });

  test("never brings the key back", async () => {
    const outcome = await callAt(
      reply({ body: completion({ message: { content: `Er ist ${key}.` } }) }),
    );
    expect(outcome).toMatchObject({ answer: "Er ist •••." });
  });
});

const error = (fields: object) => JSON.stringify({ error: fields });

describe("an answer with another status", () => {
  test.each([
    [429, { "retry-after": "90" }, { message: "slow down" }, "rate-limit", 90_000],
    [429, { "retry-after-ms": "20" }, { message: "slow down" }, "rate-limit", 20],
    [429, {}, { message: "slow down" }, "rate-limit", undefined],
    [429, {}, { message: "no credit", code: "insufficient_quota" }, "authentication", undefined],
    [429, { "x-should-retry": "false" }, { message: "no credit" }, "authentication", undefined],
    [401, {}, { message: `key ${key} is wrong` }, "authentication", undefined],
    [403, {}, { message: "not yours" }, "authentication", undefined],
    [404, {}, { message: "no such model" }, "model-not-found", undefined],
    [
      400,
      {},
      { message: "too long", code: "context_length_exceeded" },
      "context-too-long",
      undefined,
    ],
    [400, {}, { message: "exceeds the available context size" }, "context-too-long", undefined],
    [400, {}, { message: "unknown field seed" }, "internal", undefined],
    [500, {}, { message: "oops" }, "overload", undefined],
    [503, { "retry-after": "2" }, { message: "busy" }, "overload", 2000],
    [529, {}, { message: "busy" }, "overload", undefined],
  ])("%d %o %o is %s", async (status, headers, fields, code, retryAfterMs) => {
    const outcome = await callAt(reply({ status, headers, body: error(fields) }));
    expect(outcome).toMatchObject({ status: "failed", code });
    expect(outcome.status === "failed" && outcome.retryAfterMs).toBe(retryAfterMs);
    expect(outcome).toHaveProperty("message", expect.stringMatching(/127\.0\.0\.1|haus-modell/u));
    expect(stub?.received).toHaveLength(1);
  });

  test("tells which variable to look at, or that one is missing", async () => {
    const refused = reply({ status: 401, body: error({ message: "no" }) });
    expect(await callAt(refused)).toHaveProperty("message", expect.stringContaining("HAUS_KEY"));
  });

  test("a question stopped by a filter is an answer of the model", async () => {
    const body = error({ message: "filtered", code: "content_filter" });
    const outcome = await callAt(reply({ status: 400, body }));
    expect(outcome).toMatchObject({
      status: "completed",
      answer: "",
      finishReason: "content-filter",
    });
  });
});

describe("an answer with status 200 that is none", () => {
  const html = {
    headers: { "content-type": "text/html" },
    body: "<html><body>Anmeldung</body></html>",
  };
  test.each([
    ["a login page", html, "malformed-answer", /Webseite/u],
    [
      "an error object",
      { body: error({ message: "model crashed" }) },
      "malformed-answer",
      /model crashed/u,
    ],
    [
      "an error text",
      { body: JSON.stringify({ error: `bad ${key}` }) },
      "malformed-answer",
      /bad •••/u,
    ],
    [
      "an error with a status",
      { body: error({ message: "slow", code: 429 }) },
      "rate-limit",
      /slow/u,
    ],
    ["half a JSON", { body: completion().slice(0, 80) }, "malformed-answer", /unvollständig/u],
    ["no body", { body: "" }, "malformed-answer", /ohne Inhalt/u],
    ["no choice", { body: JSON.stringify({ choices: [] }) }, "malformed-answer", /choices/u],
    ["another form", { body: JSON.stringify({ output: "Ja" }) }, "malformed-answer", /choices/u],
    [
      "a list as content",
      { body: completion({ message: { content: [1] } }) },
      "malformed-answer",
      /content/u,
    ],
    ["a JSON null", { body: "null" }, "malformed-answer", /Form/u],
  ])("%s", async (_, answer, code, message) => {
    const outcome = await callAt(reply(answer));
    expect(outcome).toMatchObject({ status: "failed", code });
    expect(outcome).toHaveProperty("message", expect.stringMatching(message));
  });
});

describe("trouble on the line", () => {
  const never: Behaviour = () => {};
  const slowBody: Behaviour = (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write(completion().slice(0, 40));
  };
  const resetInBody: Behaviour = (response) => {
    response.writeHead(200, { "content-length": "500" });
    response.write("{", () => response.socket?.resetAndDestroy());
  };

  test.each([
    ["the headers", never],
    ["the body", slowBody],
  ])("the deadline covers %s", async (_, behave) => {
    const outcome = await callAt(behave, { deadlineMs: 150 });
    expect(outcome).toMatchObject({ status: "failed", code: "timeout" });
  });

  test.each<[string, Behaviour]>([
    ["before the headers", (response) => response.socket?.resetAndDestroy()],
    ["in the body", resetInBody],
  ])("a connection reset %s is a network failure", async (_, behave) => {
    const outcome = await callAt(behave);
    expect(outcome).toMatchObject({ status: "failed", code: "network" });
    expect(stub?.received).toHaveLength(1);
  });

  test("nobody there is a network failure", async () => {
    const gone = await startStub(never);
    await gone.close();
    const outcome = await callAt(never, { baseURL: gone.baseURL });
    expect(outcome).toMatchObject({ status: "failed", code: "network" });
    expect(outcome).toHaveProperty("message", expect.stringContaining("ECONNREFUSED"));
  });

  test.each([301, 302, 307, 308])("a redirect (%d) is not followed", async (status) => {
    const other = await startStub(reply({ body: completion() }));
    try {
      const location = `${other.baseURL}/chat/completions`;
      const outcome = await callAt(reply({ status, headers: { location } }));
      expect(outcome).toMatchObject({ status: "failed", code: "model-not-found" });
      expect(outcome).toHaveProperty("message", expect.stringContaining(location));
      expect(other.received).toEqual([]);
    } finally {
      await other.close();
    }
  });

  test.each([
    ["before the headers", never],
    ["in the body", slowBody],
  ])("the run's abort ends a call %s", async (_, behave) => {
    const controller = new AbortController();
    const opened = await openAt((response, incoming) => {
      behave(response, incoming);
      setImmediate(() => controller.abort());
    });
    const outcome = await opened.call(request, controller.signal);
    expect(outcome).toMatchObject({ status: "failed", code: "aborted" });
  });

  test("a call that was aborted before it began reaches nobody", async () => {
    const opened = await openAt(reply({ body: completion() }));
    const outcome = await opened.call(request, AbortSignal.abort());
    expect(outcome).toMatchObject({ status: "failed", code: "aborted" });
    expect(stub?.received).toEqual([]);
  });

  test("a body without end is not read to its end", async () => {
    const flood: Behaviour = (response) => {
      response.writeHead(200);
      const pour = () => {
        while (response.writable && response.write("x".repeat(1 << 20)));
        response.once("drain", pour);
      };
      pour();
    };
    expect(await callAt(flood)).toMatchObject({ status: "failed", code: "malformed-answer" });
  });
});
