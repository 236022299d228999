import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { modelConfigSchema } from "../../core/model.ts";
import type { Completed } from "../../core/outcome.ts";
import { cacheFolder } from "../../models/cache-folder.ts";
import { catalog, workedExample } from "../../models/catalog.ts";
import type { EmbeddedModel } from "../../models/embedded-model.ts";
import { answerWith } from "../../models/llama-answer.ts";
import { loadWeights } from "../../models/llama-weights.ts";
import { openLlama } from "../../models/llama.ts";

const source =
  "Wer umzieht, meldet sich innerhalb von zwei Wochen nach dem Einzug bei der Meldebehörde an. " +
  "Mitzubringen sind Ausweis und Wohnungsgeberbestätigung. Die Anmeldung ist gebührenfrei.";
const prompts = [
  `Beantworte die Frage mit dem Text.\nText: ${source}\nFrage: Was muss ich mitbringen?`,
  `Mach das verständlich:\n${source}`,
  `${source}\n\nWas kostet die Anmeldung?`,
  // Longer than a sliding window of 512 tokens and a batch, which must not push the frame out.
  `${source.repeat(35)}\n\nWas kostet die Anmeldung?`,
  "Was ist eine Wohnungsgeberbestätigung?",
];

describe.each(["gemma3-270m", "smollm2-135m"])("%s", (name) => {
  let model: EmbeddedModel;
  let frame = 0;

  beforeAll(async () => {
    const config = modelConfigSchema.parse({ id: `llama:${name}` });
    const context = { environment: process.env, cacheFolder: cacheFolder(process.env) };
    model = await openLlama({ name, config, context });
    await model.prepare((message) => process.stderr.write(`${message}\n`));
    frame = model.evaluatedTokens()?.input ?? 0;
  });

  afterAll(async () => {
    await model.close();
  });

  async function ask(content: string, maxTokens = 120) {
    const before = model.evaluatedTokens()?.input ?? 0;
    const request = { messages: [{ role: "user", content } as const], temperature: 0, seed: 1 };
    const outcome = await model.call({ ...request, maxTokens }, new AbortController().signal);
    expect(outcome.status).toBe("completed");
    const evaluated = (model.evaluatedTokens()?.input ?? 0) - before;
    return { ...(outcome as Completed), evaluated };
  }

  test("evaluates the frame once, and for each trial its own prompt alone", async () => {
    expect(frame).toBeGreaterThan(20);
    for (const prompt of prompts) {
      const { usage, evaluated, timing } = await ask(prompt);
      const own = (usage?.inputTokens ?? 0) - frame;
      expect(own).toBeGreaterThan(0);
      expect(Math.abs(evaluated - own)).toBeLessThanOrEqual(2);
      report(name, { own, evaluated, output: usage?.outputTokens, ...timing });
    }
  });

  test("answers the same, whatever was asked in between", async () => {
    const [first = "", second = ""] = prompts;
    const alone = await ask(first);
    await ask(second, 40);
    const again = await ask(first);
    expect(again.answer).toBe(alone.answer);
    await model.close();
    await model.prepare(() => {});
    expect((await ask(first)).answer).toBe(alone.answer);
  });

  test("finds its frame again after a call that was cut short or aborted", async () => {
    const [first = ""] = prompts;
    const whole = await ask(first);
    await ask(first, 2);
    const controller = new AbortController();
    const request = {
      messages: [{ role: "user", content: first } as const],
      temperature: 0,
      seed: 1,
    };
    const pending = model.call({ ...request, maxTokens: 120 }, controller.signal);
    controller.abort();
    expect(await pending).toMatchObject({ status: "failed", code: "aborted" });
    const again = await ask(first);
    expect(again.answer).toBe(whole.answer);
    expect(again.evaluated).toBe(whole.evaluated);
  });

  test("refuses a prompt that does not fit, and goes on", async () => {
    const request = { messages: [{ role: "user", content: source.repeat(200) } as const] };
    const long = { ...request, temperature: 0, seed: 1, maxTokens: 50 };
    const outcome = await model.call(long, new AbortController().signal);
    expect(outcome).toMatchObject({ status: "failed", code: "context-too-long" });
    await ask(prompts[0] ?? "", 5);
  });

  test("answers with JSON of a form, and ends with it", async () => {
    const schema = {
      type: "object",
      properties: {
        unterlagen: { type: "array", items: { type: "string", maxLength: 30 }, maxItems: 3 },
        gebuehr: { type: ["integer", "null"] },
        sicher: { type: "string", enum: ["ja", "nein"] },
      },
      required: ["unterlagen", "gebuehr", "sicher"],
      additionalProperties: false,
    };
    const messages = [{ role: "user", content: `${prompts[0]} Antworte als JSON.` } as const];
    const request = { messages, temperature: 0, seed: 1, maxTokens: 200 };
    const answerForm = { name: "auskunft", schema };
    const outcome = await model.call({ ...request, answerForm }, new AbortController().signal);
    report(name, outcome);
    expect(outcome).toMatchObject({ status: "completed", finishReason: "stop" });
    const value: unknown = JSON.parse((outcome as Completed).answer);
    const check = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
    expect(check.safeParse(value).error).toBeUndefined();
  });

  test("stays below 1.5 GB, in a process of its own", async () => {
    await ask(prompts[0] ?? "", 5);
    const bytes = model.peakMemoryBytes() ?? 0;
    report(name, { processMegabytes: Math.round(bytes / 1e6) });
    expect(bytes).toBeGreaterThan(50e6);
    expect(bytes).toBeLessThan(1.5e9);
  });
});

test("the number of threads does not change an answer", async () => {
  const file = join(cacheFolder(process.env), "models", catalog["gemma3-270m"]?.file ?? "");
  const answers: string[] = [];
  for (const threads of [1, 2]) {
    const loading = { file, contextSize: 1024, threads, frame: workedExample, sequences: 1 };
    const [weights] = await loadWeights(loading);
    if (weights === undefined) throw new Error("no sequence");
    for (const content of prompts.slice(0, 3)) {
      const signal = new AbortController().signal;
      const request = { messages: [{ role: "user", content } as const], temperature: 0, seed: 1 };
      const order = { weights, stop: [], signal, deadline: signal };
      const outcome = await answerWith(order, { ...request, maxTokens: 30 });
      answers.push(outcome.status === "completed" ? outcome.answer : outcome.message);
    }
    await weights.close();
  }
  expect(answers.slice(3)).toEqual(answers.slice(0, 3));
});

function report(name: string, figures: object): void {
  process.stderr.write(`${name}: ${JSON.stringify(figures)}\n`);
}
