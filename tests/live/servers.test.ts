import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLlamaServer, type LlamaServer } from "../../bench/llama-server.ts";
import { modelConfigSchema, type Model, type ModelRequest } from "../../core/model.ts";
import type { Completed, Outcome } from "../../core/outcome.ts";
import { cacheFolder } from "../../models/cache-folder.ts";
import { catalog } from "../../models/catalog.ts";
import { listOllama } from "../../models/ollama-check.ts";
import { openModel } from "../../models/registry.ts";
import { loadSuites } from "../../scripts/load-suites.ts";

const name = "smollm2-135m";
const cache = cacheFolder(process.env);
const context = { environment: { HAUS_KEY: "x" }, cacheFolder: cache };
const { signal } = new AbortController();

let server: LlamaServer | undefined;
let embedded: Model | undefined;

beforeAll(async () => {
  const config = modelConfigSchema.parse({ id: `llama:${name}` });
  embedded = await openModel(config, { ...context, environment: process.env });
  await embedded.prepare(say);
  const started = await startLlamaServer({
    file: join(cache, "models", catalog[name]?.file ?? ""),
    contextSize: 2048,
    parallel: 2,
    threads: Number(embedded.description.details["threads"] ?? 1),
    cacheFolder: cache,
    shape: "embedded",
  });
  if (typeof started === "string") say(`Übersprungen: ${started}`);
  else server = started;
});

afterAll(async () => {
  await server?.close();
  await embedded?.close();
});

function ask(content: string, maxTokens = 40): ModelRequest {
  return { messages: [{ role: "user", content }], temperature: 0, seed: 1, maxTokens };
}

function completed(outcome: Outcome): Completed {
  if (outcome.status === "completed") return outcome;
  throw new Error(`${outcome.code}: ${outcome.message}`);
}

const protocols = {
  "OpenAI Chat": { id: "compatible:server", path: "/v1" },
  "OpenAI Chat (openai:)": { id: "openai:server", path: "/v1", api: "chat" },
  "OpenAI Responses": { id: "openai:server", path: "/v1", api: "responses" },
  "Anthropic Messages": { id: "anthropic:server", path: "" },
} as const;

describe.each(Object.entries(protocols))("llama.cpp server, %s", (_title, { path, ...rest }) => {
  async function open(): Promise<Model | undefined> {
    if (server === undefined) return undefined;
    const config = {
      ...rest,
      model: name,
      baseURL: `${server.address}${path}`,
      apiKeyEnv: "HAUS_KEY",
    };
    return await openModel(modelConfigSchema.parse(config), context);
  }

  test("answers with usage and the reason it ended", async (test_) => {
    const model = needed(await open(), test_);
    await model.prepare(say);
    const outcome = completed(await model.call(ask("Was ist ein Personalausweis?", 12), signal));
    await model.close();
    expect(outcome.answer).not.toBe("");
    expect(outcome.finishReason).toBe("length");
    expect(outcome.usage).toMatchObject({ outputTokens: 12 });
    expect(outcome.usage?.inputTokens).toBeGreaterThan(5);
  });

  test("gives no answer to a prompt that does not fit", async (test_) => {
    const model = needed(await open(), test_);
    const outcome = await model.call(ask("Antrag auf Wohngeld. ".repeat(1200), 5), signal);
    await model.close();
    expect(outcome).toMatchObject({ status: "failed", code: "context-too-long" });
  });

  test("an abort ends a call, and the next one works", async (test_) => {
    const model = needed(await open(), test_);
    const controller = new AbortController();
    const pending = model.call(ask("Erzähle eine lange Geschichte.", 1000), controller.signal);
    controller.abort();
    expect(await pending).toMatchObject({ status: "failed", code: "aborted" });
    completed(await model.call(ask("Hallo", 3), signal));
    await model.close();
  });
});

test(
  "greedy answers of the embedded model and of the server agree on 90 % of cases",
  { timeout: 900_000 },
  async (test_) => {
    const { address } = needed(server, test_);
    const local = needed(embedded, test_);
    const config = { id: "compatible:server", baseURL: `${address}/v1`, model: name };
    const remote = await openModel(modelConfigSchema.parse(config), context);
    const cases = loadSuites(["buergerfragen"]).flatMap((suite) => suite.cases.slice(0, 20));
    const differences: string[] = [];
    for (const { id, input } of cases) {
      const text = (input.text ?? "").slice(0, 300);
      const request = ask(`${input.question ?? ""}\n\n${text}`, 24);
      const here = completed(await local.call(request, signal)).answer;
      const there = completed(await remote.call(request, signal)).answer;
      if (here !== there) differences.push(`${id}: ${firstDifference(here, there)}`);
    }
    await remote.close();
    const same = cases.length - differences.length;
    say(`Gleiche Antworten: ${same} von ${cases.length}`);
    for (const difference of differences) say(`  ${difference}`);
    expect(same / cases.length).toBeGreaterThanOrEqual(0.9);
  },
);

test("Ollama, where one runs", async (test_) => {
  const names = await listOllama("http://127.0.0.1:11434", context).catch(() => undefined);
  const [first] = names ?? [];
  if (first === undefined) {
    say("Übersprungen: Auf diesem Rechner läuft kein Ollama mit einem Modell.");
  }
  const id = `ollama:${needed(first, test_)}`;
  const model = await openModel(modelConfigSchema.parse({ id }), context);
  await model.prepare(say);
  const outcome = completed(await model.call(ask("Was ist ein Personalausweis?", 200), signal));
  await model.close();
  expect(outcome.usage?.outputTokens).toBeGreaterThan(0);
  say(`${id}: ${JSON.stringify(outcome.timing)}`);
});

/** What a test cannot do without; skips it where that is not here. */
function needed<Value>(value: Value | undefined, test_: { readonly skip: () => never }): Value {
  return value ?? test_.skip();
}

/** Where two answers part, with what comes there. */
function firstDifference(one: string, other: string): string {
  const letters = Array.from(other);
  const at = Array.from(one).findIndex((letter, index) => letter !== letters[index]);
  const from = Math.max(0, at === -1 ? Math.min(one.length, other.length) : at);
  const part = (text: string) => JSON.stringify(text.slice(Math.max(0, from - 15), from + 25));
  return `ab Zeichen ${from}: eingebettet ${part(one)}, Server ${part(other)}`;
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}
