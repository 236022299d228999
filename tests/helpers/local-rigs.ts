import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelConfigSchema, modelDescriptionSchema, type Model } from "../../core/model.ts";
import type { Outcome } from "../../core/outcome.ts";
import { EmbeddedModel } from "../../models/embedded-model.ts";
import { answeringWith } from "../../models/llama-answer.ts";
import { readManualPage, renderManualPage } from "../../models/manual-page.ts";
import { openModel } from "../../models/registry.ts";
import { scriptedWeights } from "../models/scripted-weights.ts";
import type { Rigged, Scenario, WayRig } from "./way-rig.ts";

const noLine = "kein Endpunkt";

function rigged(model: Model, maxTokens = 50): Rigged {
  return {
    model,
    question: (content) => ({
      messages: [{ role: "user", content }],
      temperature: 0,
      seed: 7,
      maxTokens,
      fields: { text: content, reference: content },
    }),
    close: () => model.close(),
  };
}

/** What a scenario wants to be answered; absent where it is about a line. */
function textOf(scenario: Scenario): string | undefined {
  if (scenario.kind === "answer") return scenario.said.text ?? "Der Ausweis kostet 37 Euro.";
  return undefined;
}

function endingOf(scenario: Scenario) {
  return scenario.kind === "answer" ? scenario.said.ending : undefined;
}

/** Weights that answer with what is asked, or with a fixed text, or never come to an end. */
function weightsFor(scenario: Scenario) {
  const text = textOf(scenario) ?? "";
  const plain = scriptedWeights(text === "" ? [] : [text]);
  let asked = "";
  return {
    ...plain,
    tokenize: (messages: Parameters<typeof plain.tokenize>[0]) => {
      asked = messages[0]?.content ?? "";
      return plain.tokenize(messages);
    },
    async *generate(...order: Parameters<typeof plain.generate>) {
      while (scenario.kind === "silence") await new Promise((resolve) => setImmediate(resolve));
      if (scenario.kind === "echo") yield 0 as never;
      else yield* plain.generate(...order);
    },
    detokenize: (tokens: Parameters<typeof plain.detokenize>[0]) =>
      scenario.kind === "echo" ? asked : plain.detokenize(tokens),
  };
}

const llama: WayRig = {
  title: "`llama:`",
  endings: ["stop", "length"],
  counts: true,
  set: async (scenario, deadlineMs) => {
    if (scenario.kind === "silence") return "geprüft in `tests/models/llama-answer.test.ts`";
    const isLong = scenario.kind === "status" && scenario.message.includes("context");
    if (!isLong && !["answer", "echo"].includes(scenario.kind)) return noLine;
    const model = new EmbeddedModel(modelDescriptionSchema.parse({ id: "llama:probe" }), {
      title: "Probe",
      deadlineMs,
      load: async () => [answeringWith(weightsFor(scenario))],
    });
    const ending = scenario.kind === "answer" ? scenario.said.ending : "stop";
    if (isLong) return rigged(model, 1000);
    return rigged(model, ending === "length" ? 1 : 50);
  },
};

const baseline: WayRig = {
  title: "`baseline:`",
  endings: ["stop"],
  counts: false,
  set: async (scenario) => {
    const text = textOf(scenario);
    if (text === undefined && scenario.kind !== "echo") return noLine;
    const config = modelConfigSchema.parse({ id: "baseline:reference" });
    const model = await openModel(config, { environment: {}, cacheFolder: "unused" });
    const rig = rigged(model);
    if (text === undefined) return rig;
    return {
      ...rig,
      question: (asked) => ({ ...rig.question(asked), fields: { reference: text } }),
    };
  },
};

const replay: WayRig = {
  title: "`replay:`",
  endings: ["stop", "length", "refusal", "content-filter", "unknown"],
  counts: true,
  set: async (scenario) => {
    const text = textOf(scenario);
    const isNothing = scenario.kind === "nothing";
    if (text === undefined && scenario.kind !== "echo" && !isNothing) return noLine;
    const usage = { inputTokens: 12, outputTokens: 7 };
    const find = (content: string): Outcome | undefined =>
      isNothing
        ? undefined
        : {
            status: "completed",
            answer: text ?? content,
            finishReason: endingOf(scenario) ?? "stop",
            usage,
          };
    const config = modelConfigSchema.parse({ id: "replay:lauf" });
    const model = await openModel(config, {
      environment: {},
      cacheFolder: "unused",
      earlierRun: async () => ({
        runId: "lauf",
        models: [modelDescriptionSchema.parse({ id: "ollama:x" })],
        find: (_, request) => find(request.messages[0]?.content ?? ""),
      }),
    });
    return rigged(model);
  },
};

const manual: WayRig = {
  title: "`manual:`",
  endings: ["unknown"],
  counts: false,
  set: async (scenario) => {
    const text = textOf(scenario);
    const isNothing = scenario.kind === "nothing";
    if (text === undefined && scenario.kind !== "echo" && !isNothing) return noLine;
    const folder = mkdtempSync(join(tmpdir(), "amtsprobe-"));
    const config = modelConfigSchema.parse({ id: `manual:${folder}` });
    const context = { environment: {}, cacheFolder: "unused" };
    const rig = rigged(await openModel(config, context));
    const ask: Model["call"] = async (request, signal) => {
      if (isNothing || signal.aborted) return await rig.model.call(request, signal);
      // The person at the chat window, between two starts of the run.
      const first = await openModel(config, context);
      await first.call(request, signal);
      await first.close();
      const page = join(folder, "fragen.html");
      const answer = (prompt: string) => (text === "" ? "[leer]" : (text ?? prompt));
      const entries = readManualPage(readFileSync(page, "utf8"));
      const filled = entries.map((entry) => ({ ...entry, answer: answer(entry.prompt) }));
      writeFileSync(page, renderManualPage(filled));
      const second = await openModel(config, context);
      return await second.call(request, signal);
    };
    const close = async () => {
      await rig.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { ...rig, model: { ...rig.model, call: ask }, close };
  },
};

/** Every way without a line to anybody. */
export const localRigs: readonly WayRig[] = [llama, baseline, replay, manual];
