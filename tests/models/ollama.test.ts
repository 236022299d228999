import { describe, expect, test } from "vitest";
import { modelConfigSchema } from "../../core/model.ts";
import { openModel } from "../../models/registry.ts";
import { answerAs, callAgainst, openAgainst, questionOf } from "../helpers/model-conformance.ts";
import { ollama, type Protocol } from "../helpers/model-protocols.ts";
import { startStub, type Behaviour } from "./stub-endpoint.ts";

const { signal } = new AbortController();

function configured(more: object): Protocol {
  return { ...ollama, config: (baseURL) => ({ ...ollama.config(baseURL), ...more }) };
}

const withFields = (changes: object) =>
  JSON.stringify({ ...(JSON.parse(ollama.answer()) as object), ...changes });

test("the time to load the weights is no part of the answer's", async () => {
  const body = withFields({ load_duration: 250_000 });
  const { outcome } = await callAgainst(ollama, answerAs(ollama, { body }));
  expect(outcome).toMatchObject({ timing: { loadMs: 0.25 } });
  const slow = withFields({ load_duration: 3_600_000_000_000 });
  const cold = await callAgainst(ollama, answerAs(ollama, { body: slow }));
  expect(cold.outcome).toMatchObject({ timing: { loadMs: 3_600_000, totalMs: 0 } });
});

test.each([
  ["none", false],
  ["low", "low"],
])("the effort %s is sent as think: %s", async (reasoningEffort, think) => {
  const behave = answerAs(ollama, { body: ollama.answer() });
  const { stub } = await callAgainst(configured({ reasoningEffort }), behave);
  expect(stub.received[0]?.body).toMatchObject({ think });
});

describe("a long prompt", () => {
  const long = "Wer umzieht, meldet sich bei der Meldebehörde an. ".repeat(1000);

  test("gets room for itself and for the answer, and the room does not shrink again", async () => {
    const body = withFields({ prompt_eval_count: 14_000 });
    const { model, stub } = await openAgainst(ollama, answerAs(ollama, { body }));
    for (const content of ["Kurz?", long, "Kurz?"]) {
      expect(await model.call(questionOf(ollama, content), signal)).toMatchObject({
        status: "completed",
      });
    }
    const sizes = stub.received.map(({ body: sent }) => sent);
    expect(sizes).toMatchObject(
      [8192, 32_768, 32_768].map((size) => ({ options: { num_ctx: size } })),
    );
  });

  test.each([4096, 2051, 1])("of which only %d tokens were read has no answer", async (count) => {
    const body = withFields({ prompt_eval_count: count, prompt_eval_cached_count: 0 });
    const setting = { question: long };
    const { outcome } = await callAgainst(ollama, answerAs(ollama, { body }), setting);
    expect(outcome).toMatchObject({ status: "failed", code: "context-too-long" });
    expect(outcome).toHaveProperty("message", expect.stringMatching(/gekürzt: \d+ Tokens/u));
  });

  test.each([
    ["read as a whole", { prompt_eval_count: 11_000 }],
    ["read from the cache", { prompt_eval_count: 100, prompt_eval_cached_count: 11_000 }],
    ["not counted", { prompt_eval_count: undefined }],
  ])("%s has one", async (_, counts) => {
    const setting = { question: long };
    const { outcome } = await callAgainst(
      ollama,
      answerAs(ollama, { body: withFields(counts) }),
      setting,
    );
    expect(outcome.status).toBe("completed");
  });

  test("that Ollama refuses is too long", async () => {
    const message = "request (8889 tokens) exceeds the available context size (4096 tokens)";
    const body = ollama.refusal({ message });
    const { outcome } = await callAgainst(ollama, answerAs(ollama, { status: 400, body }));
    expect(outcome).toMatchObject({ code: "context-too-long" });
  });
});

test("half of a stream is no answer, though it is JSON", async () => {
  const body = withFields({ done: false });
  const { outcome } = await callAgainst(ollama, answerAs(ollama, { body }));
  expect(outcome).toMatchObject({ status: "failed", code: "malformed-answer" });
});

test("a model that is not there names the line that fetches it", async () => {
  const body = ollama.refusal({ message: 'model "modell" not found' });
  const { outcome } = await callAgainst(ollama, answerAs(ollama, { status: 404, body }));
  expect(outcome).toMatchObject({ code: "model-not-found" });
  expect(outcome).toHaveProperty("message", expect.stringContaining("ollama pull modell"));
});

describe("before the first call", () => {
  const serving =
    (names: readonly string[], info: object = {}): Behaviour =>
    (response, { url }) => {
      response.writeHead(200, { "content-type": "application/json" });
      const list = { models: names.map((name) => ({ name, model: name })) };
      if (url === "/api/chat") response.end(ollama.answer());
      else response.end(JSON.stringify(url === "/api/tags" ? list : { model_info: info }));
    };

  async function prepare(behave: Behaviour) {
    const { model, stub } = await openAgainst(ollama, behave);
    const said: string[] = [];
    const trouble: unknown = await model
      .prepare((message) => said.push(message))
      .catch((reason: unknown) => reason);
    return { model, stub, trouble, said: said.join(" ") };
  }

  test("a model without a tag is the latest, and nothing is said", async () => {
    const { trouble, said } = await prepare(serving(["anderes:1b", "modell:latest"]));
    expect([trouble, said]).toEqual([undefined, ""]);
  });

  test("no more context is asked for than the model was trained for", async () => {
    const info = { "general.architecture": "llama", "llama.context_length": 2048 };
    const { model, stub } = await prepare(serving(["modell:latest"], info));
    await model.call(questionOf(ollama), signal);
    expect(stub.received.at(-1)?.body).toMatchObject({ options: { num_ctx: 2048 } });
  });

  test("a missing model names the line that fetches it, and what is there", async () => {
    const { trouble } = await prepare(serving(["modell2:latest"]));
    expect(trouble).toMatchObject({ code: "model-not-found", exitCode: 3 });
    expect(String(trouble)).toContain("Meinten Sie „modell2:latest“?");
    expect(trouble).toHaveProperty(
      "nextStep",
      expect.stringMatching(/ollama pull modell .*modell2:latest/u),
    );
  });

  test("another server is reported and not fatal", async () => {
    const { trouble, said } = await prepare(answerAs(ollama, { body: "<html>" }));
    expect(trouble).toBeUndefined();
    expect(said).toMatch(/nicht wie Ollama/u);
  });

  test("nobody there ends with what to start", async () => {
    const gone = await startStub(() => {});
    await gone.close();
    const config = modelConfigSchema.parse({ id: "ollama:modell", baseURL: gone.baseURL });
    const model = await openModel(config, { environment: {}, cacheFolder: "unused" });
    await expect(model.prepare(() => {})).rejects.toMatchObject({
      code: "endpoint-unreachable",
      exitCode: 3,
    });
    await model.close();
  });
});

describe("the description", () => {
  const describeModel = async (id: string) => {
    const context = { environment: { OLLAMA_HOST: "http://fremd.test" }, cacheFolder: "unused" };
    return (await openModel(modelConfigSchema.parse({ id }), context)).description;
  };

  test("names this machine unless the configuration says otherwise", async () => {
    expect(await describeModel("ollama:gemma3:4b")).toMatchObject({
      endpoint: "http://127.0.0.1:11434",
      name: "gemma3:4b",
      place: "auf diesem Rechner",
    });
  });

  test.each(["ollama:gpt-oss:120b-cloud", "ollama:kimi:cloud"])(
    "says of %s that it runs elsewhere",
    async (id) => {
      expect((await describeModel(id)).place).toBe("in der Cloud von Ollama");
    },
  );
});
