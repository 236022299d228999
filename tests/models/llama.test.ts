import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelConfigSchema } from "../../core/model.ts";
import { workedExample } from "../../models/catalog.ts";
import { threadsOf } from "../../models/llama-weights.ts";
import { openLlama } from "../../models/llama.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "llama-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function open(name: string) {
  const config = modelConfigSchema.parse({ id: `llama:${name}` });
  return openLlama({ name, config, context: { environment: {}, cacheFolder: folder } });
}

test("the description holds all that shapes an answer, before anything is loaded", async () => {
  const model = await open("gemma3-270m");
  const { description } = model;
  expect(description).toMatchObject({
    wayVersion: expect.stringMatching(
      /^1, node-llama-cpp \d+\.\d+\.\d+, llama\.cpp \S+$/u,
    ) as string,
    revision: expect.stringMatching(/^sha256:a5fd3b62/u) as string,
    license: "Gemma Terms of Use",
    details: { sequences: "1", contextSize: "4096", stop: JSON.stringify(workedExample.stop) },
  });
  const [before] = (description.details["frame"] ?? "").split(" {{prompt}}");
  expect(before).toBe(workedExample.before);
  expect(model.evaluatedTokens()).toBeUndefined();
});

test("a chat model brings its own template and no marks", async () => {
  const { description } = await open("smollm2-135m");
  expect(description.license).toBe("Apache-2.0");
  expect(description.details["frame"]).toBe("Chatvorlage aus der Modelldatei");
  expect(description.details).not.toHaveProperty("stop");
});

test.each([
  [1, 8, 1],
  [2, 2, Math.min(2, availableParallelism())],
  [2, 1, 1],
  [1000, 1000, availableParallelism()],
  [2, 0, 1],
])("%d cores that calculate, %d of them free, make %d threads", (cores, free, threads) => {
  expect(threadsOf({ cores }, free)).toBe(threads);
});

test("a file that is no model is refused with what to check", async () => {
  const file = join(folder, "kein-modell.gguf");
  await writeFile(file, "Das ist kein Modell.");
  await expect(open(file)).rejects.toMatchObject({ code: "weights-unusable", exitCode: 3 });
  await expect(open(file)).rejects.toThrow(file);
});

test("several sequences calculate in the quicker way, and the description says so", async () => {
  const details = async (sequences?: number) => {
    const config = modelConfigSchema.parse({ id: "llama:smollm2-135m", sequences });
    const context = { environment: {}, cacheFolder: folder };
    return (await openLlama({ name: "smollm2-135m", config, context })).description.details;
  };
  expect(await details()).toMatchObject({ sequences: "1", flashAttention: "off" });
  expect(await details(4)).toMatchObject({ sequences: "4", flashAttention: "on" });
});
