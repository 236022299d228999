import { afterEach, expect, test, vi } from "vitest";
import type { AnsweringSequence } from "../../../models/answering-sequence.ts";
import type { WeightsOrder } from "../../../models/llama-process/messages.ts";

const program = new URL("../../helpers/scripted-llama.ts", import.meta.url);
const order: WeightsOrder = {
  file: "gut",
  contextSize: 100,
  threads: 1,
  frame: undefined,
  sequences: 1,
  stop: [],
};
const calm = new AbortController().signal;

let open: readonly AnsweringSequence[] = [];
afterEach(async () => {
  for (const sequence of open) await sequence.close();
  open = [];
});

/** The facts are kept for the whole program: each test has a program of its own. */
async function freshModule() {
  vi.resetModules();
  return await import("../../../models/llama-process/open-weights.ts");
}

async function answerOf(sequence: AnsweringSequence | undefined, content: string) {
  const request = { messages: [{ role: "user" as const, content }], seed: 1, temperature: 0 };
  return await sequence?.answer({ ...request, maxTokens: 9 }, { signal: calm, deadline: calm });
}

test("the facts are asked once, and their process takes the first weights", async () => {
  const { runtimeFacts, openWeights } = await freshModule();
  const [facts, again] = [await runtimeFacts({ program }), await runtimeFacts({ program })];
  expect(facts).toEqual(again);
  open = await openWeights(order, { program: new URL("missing.ts", program) });
  expect(await answerOf(open[0], "da")).toMatchObject({ answer: "da" });
});

test("each sequence answers, tells its tokens and the memory of its process", async () => {
  const { openWeights } = await freshModule();
  open = await openWeights(order, { program });
  expect(await answerOf(open[0], "Hallo")).toMatchObject({ status: "completed", answer: "Hallo" });
  expect(open[0]?.evaluated()).toEqual({ input: 3, output: 4 });
  expect(open[0]?.peakMemoryBytes()).toBe(1234);
});

test.each([
  ["crash", { code: "llama-lost", exitCode: 3 }],
  ["unusable", { code: "weights-unusable", exitCode: 3, nextStep: "Prüfen Sie die Datei." }],
])("weights that cannot be loaded (%s) are refused with what to do", async (file, error) => {
  const { openWeights } = await freshModule();
  await expect(openWeights({ ...order, file }, { program })).rejects.toMatchObject(error);
});
