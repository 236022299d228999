import { join } from "node:path";
import type { Token } from "node-llama-cpp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askServer, compareGreedy, type ServerAnswer } from "../../bench/greedy-agreement.ts";
import { startLlamaServer } from "../../bench/llama-server.ts";
import { cacheFolder } from "../../models/cache-folder.ts";
import { catalog, workedExample } from "../../models/catalog.ts";
import { loadWeights } from "../../models/llama-weights.ts";
import type { LoadedWeights } from "../../models/loaded-weights.ts";
import { ensureWeights } from "../../models/weights.ts";
import { loadSuites } from "../../scripts/load-suites.ts";

const cache = cacheFolder(process.env);
const answerTokens = 24;
const cases = loadSuites(["buergerfragen"]).flatMap((suite) => suite.cases.slice(0, 20));

/** On the level of tokens, from the same build and with the same settings: only a fault can differ. */
describe.each(["smollm2-135m", "gemma3-270m"])("%s and llama.cpp's own server", (name) => {
  const entry = catalog[name];
  const file = join(cache, "models", entry?.file ?? "");
  const common = { file, contextSize: 2048, threads: 1 };
  let weights: LoadedWeights | undefined;
  let prompts: Token[][] = [];

  beforeAll(async () => {
    if (entry === undefined) throw new Error(`${name} is not in the catalog`);
    const context = { environment: process.env, cacheFolder: cache };
    await ensureWeights({ entry, context, report: say });
    const frame = entry.kind === "base" ? workedExample : undefined;
    [weights] = await loadWeights({ ...common, frame, sequences: 1 });
    prompts = cases.map(({ input }) => {
      const content = `${input.question ?? ""}\n\n${(input.text ?? "").slice(0, 300)}`;
      return weights?.tokenize([{ role: "user", content }]) ?? [];
    });
  });

  afterAll(async () => {
    await weights?.close();
  });

  async function answers(): Promise<ServerAnswer[] | string> {
    const order = { ...common, parallel: 1, cacheFolder: cache, shape: "embedded" } as const;
    const server = await startLlamaServer(order);
    if (typeof server === "string") return server;
    const all: ServerAnswer[] = [];
    for (const prompt of prompts) all.push(await askServer(server.address, prompt, answerTokens));
    await server.close();
    return all;
  }

  test("greedy answers agree on 90 % of cases", { timeout: 900_000 }, async (test_) => {
    const theirs = await answers();
    if (typeof theirs === "string" || weights === undefined) {
      say(`Übersprungen: ${typeof theirs === "string" ? theirs : "Das Modell ist nicht geladen."}`);
      return test_.skip();
    }
    const all = { same: 0, agreed: 0, tokens: 0 };
    for (const [index, answer] of theirs.entries()) {
      const found = await compareGreedy(weights, prompts[index] ?? [], answer);
      all.agreed += found.agreed;
      all.tokens += found.tokens;
      if (found.partsAt === undefined) all.same += 1;
      else
        say(`  ${cases[index]?.id}: ab Token ${found.partsAt}, Abstand ${found.gap?.toFixed(3)}`);
    }
    say(`${name}: ${all.same} von ${cases.length} Antworten gleich;`);
    say(
      `  Schritt für Schritt mit gleichem Text davor: ${all.agreed} von ${all.tokens} Token gleich`,
    );
    expect(all.same / cases.length).toBeGreaterThanOrEqual(0.9);
    return undefined;
  });
});

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}
