import { describe, expect, onTestFinished, test } from "vitest";
import { modelConfigSchema } from "../../core/model.ts";
import { extraPackages, requirePackages } from "../../models/promptfoo-packages.ts";
import { openModel } from "../../models/registry.ts";
import { secretKey } from "../helpers/model-conformance.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";
import { completion, reply, startStub, type Behaviour } from "./stub-endpoint.ts";

const question = {
  messages: [{ role: "user", content: "Was kostet der Ausweis?" } as const],
  temperature: 0,
  seed: 7,
  maxTokens: 50,
};

async function openAt(behave: Behaviour, deadlineMs = 10_000) {
  const stub = await startStub(behave);
  onTestFinished(() => stub.close());
  const id = "promptfoo:openai:chat:gpt-4.1";
  const config = { id, baseURL: stub.baseURL, apiKeyEnv: "HAUS_KEY" };
  const model = await openModel(modelConfigSchema.parse(config), {
    environment: { HAUS_KEY: secretKey },
    cacheFolder: temporaryFolder(),
    deadlineMs,
  });
  onTestFinished(() => model.close());
  return { model, stub };
}

async function ask(behave: Behaviour, deadlineMs?: number) {
  const { model, stub } = await openAt(behave, deadlineMs);
  const outcome = await model.call(question, new AbortController().signal);
  expect(JSON.stringify(outcome)).not.toContain(secretKey);
  return { outcome, stub };
}

describe("promptfoo: an answer", { timeout: 60_000 }, () => {
  test("comes with usage, asked for once with our parameters", async () => {
    const { outcome, stub } = await ask(reply({ body: completion() }));
    expect(outcome).toMatchObject({
      status: "completed",
      answer: "Der Ausweis kostet 37 Euro.",
      finishReason: "stop",
      usage: { inputTokens: 12, outputTokens: 7 },
    });
    expect(stub.received).toHaveLength(1);
    expect(stub.received[0]).toMatchObject({
      path: "/v1/chat/completions",
      headers: { authorization: `Bearer ${secretKey}` },
      body: {
        model: "gpt-4.1",
        messages: question.messages,
        temperature: 0,
        seed: 7,
        max_tokens: 50,
      },
    });
  });

  test.each([
    ["length", "length"],
    ["content_filter", "content-filter"],
  ])("keeps the way of ending: %s", async (finish_reason, ending) => {
    const { outcome } = await ask(reply({ body: completion({ finish_reason }) }));
    expect(outcome).toMatchObject({ status: "completed", finishReason: ending });
  });

  test("that refuses is a refusal", async () => {
    const message = { role: "assistant", content: null, refusal: "Das geht nicht." };
    const { outcome } = await ask(reply({ body: completion({ message }) }));
    expect(outcome).toMatchObject({
      status: "completed",
      finishReason: "refusal",
      answer: "Das geht nicht.",
    });
  });

  test.each([
    ["umlauts", "Grüße – „ß“ € 🏛️ Привет"],
    ["half a megabyte", "Antrag auf Wohngeld. ".repeat(25_000).trim()],
    ["nothing", ""],
  ])("may consist of %s", async (_kind, content) => {
    const body = completion({ message: { role: "assistant", content } });
    const { outcome } = await ask(reply({ body }));
    expect(outcome).toMatchObject({ status: "completed", answer: content });
  });

  test("belongs to its own question when several are under way", async () => {
    const { model } = await openAt((response, request) => {
      void request;
      response.setHeader("content-type", "application/json");
      setImmediate(() => response.end(completion()));
    });
    const { signal } = new AbortController();
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, async () => model.call(question, signal)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill("completed"));
  });
});

test(
  "what settings take from a variable of any name is masked when the server says it back",
  { timeout: 60_000 },
  async () => {
    const secret = "Geheim-4711-Probe-0815";
    const stub = await startStub((response, request) => {
      const { authorization = "" } = request.headers;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ antwort: authorization }));
    });
    onTestFinished(() => stub.close());
    const config = {
      url: stub.baseURL,
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: "Bearer {{ env.HAUS_ZUGANG }}",
      },
      body: { frage: "{{ prompt }}" },
    };
    const model = await openModel(
      modelConfigSchema.parse({ id: "promptfoo:http", baseURL: stub.baseURL, config }),
      { environment: { HAUS_ZUGANG: secret }, cacheFolder: temporaryFolder() },
    );
    onTestFinished(() => model.close());
    const outcome = await model.call(question, new AbortController().signal);
    expect(JSON.stringify(outcome)).toContain("Bearer •••");
    expect(JSON.stringify(outcome)).not.toContain(secret);
  },
);

describe("promptfoo: trouble", { timeout: 60_000 }, () => {
  test.each([
    [401, "bad key", "authentication"],
    [404, "no such model", "model-not-found"],
    [429, "slow down", "rate-limit"],
    [500, "oops", "overload"],
    [400, "maximum context length exceeded", "context-too-long"],
    [400, "bad field", "internal"],
  ])("%d %s is %s", async (status, message, code) => {
    const body = JSON.stringify({ error: { message: `${message} ${secretKey}` } });
    const { outcome, stub } = await ask(reply({ status, body }));
    expect(outcome).toMatchObject({ status: "failed", code });
    expect(stub.received).toHaveLength(1);
  });

  test("a web page instead of an answer is malformed", async () => {
    const headers = { "content-type": "text/html" };
    const { outcome } = await ask(reply({ headers, body: "<html>Anmeldung</html>" }));
    expect(outcome).toMatchObject({ status: "failed", code: "malformed-answer" });
  });

  test("a connection that breaks is a network failure", async () => {
    const { outcome } = await ask((response) => response.socket?.resetAndDestroy());
    expect(outcome).toMatchObject({ status: "failed", code: "network" });
  });

  test("an endpoint that never answers ends with the deadline", async () => {
    const { outcome } = await ask(() => {}, 300);
    expect(outcome).toMatchObject({ status: "failed", code: "timeout" });
  });

  test("the run's abort ends a call", async () => {
    const controller = new AbortController();
    const { model } = await openAt(() => controller.abort());
    expect(await model.call(question, controller.signal)).toMatchObject({ code: "aborted" });
  });
});

describe("what cannot be opened", () => {
  test.each(
    extraPackages.map(({ providers, packages }) => [providers[0] ?? "", packages] as const),
  )("promptfoo:%s names the line that installs %j", async (provider, packages) => {
    const error = await userErrorOf(async () => {
      requirePackages(`${provider}:modell`, () => false);
    });
    expect(error).toMatchObject({ code: "missing-package", exitCode: 2 });
    expect(error.nextStep).toContain(`npm i ${packages.join(" ")}`);
    expect(() => requirePackages(`${provider}:modell`, () => true)).not.toThrow();
  });

  test("a package that the project emptied counts as missing", async () => {
    const open = async () =>
      openModel(modelConfigSchema.parse({ id: "promptfoo:bedrock:eu.claude" }), {
        environment: {},
        cacheFolder: "unused",
      });
    expect(await userErrorOf(open)).toMatchObject({ code: "missing-package" });
  });

  test("promptfoo's own servers get nothing", async () => {
    const config = modelConfigSchema.parse({ id: "promptfoo:promptfoo:model:x" });
    const error = await userErrorOf(async () =>
      openModel(config, { environment: {}, cacheFolder: "unused" }),
    );
    expect(error).toMatchObject({ code: "promptfoo-remote", exitCode: 2 });
  });

  test("a provider that promptfoo does not know is refused", { timeout: 60_000 }, async () => {
    const config = modelConfigSchema.parse({ id: "promptfoo:unsinn:zeug" });
    const model = await openModel(config, { environment: {}, cacheFolder: temporaryFolder() });
    const error = await userErrorOf(async () => model.prepare(() => {}));
    expect(error).toMatchObject({ code: "unknown-model", exitCode: 2 });
    expect(error.message).toContain("unsinn:zeug");
  });
});
