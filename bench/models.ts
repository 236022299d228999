import { loadavg } from "node:os";
import { join } from "node:path";
import { modelConfigSchema, type Model, type ModelRequest } from "../core/model.ts";
import { cacheFolder } from "../models/cache-folder.ts";
import { catalog, workedExample } from "../models/catalog.ts";
import { openModel } from "../models/registry.ts";
import { completionEndpoint } from "./completion-endpoint.ts";
import { embeddedCpuSeconds } from "./embedded-cpu.ts";
import { openEmbedded, type EmbeddedOrder } from "./open-embedded.ts";
import { startLlamaServer, type LlamaServer } from "./llama-server.ts";

const names = ["smollm2-135m", "gemma3-270m"];
const rounds = 3;
const answersPerRound = 4;
const answerTokens = 40;
const contextSize = 1024;

/** What was timed so far. */
interface Tally {
  tokens: number;
  seconds: number;
  cpuSeconds: number;
}

/** A model to be timed, and how to read the processor time it used. */
interface Runner {
  readonly title: string;
  readonly model: Pick<Model, "call" | "close">;
  readonly cpuSeconds: () => number | undefined;
  readonly tally: Tally;
}

/**
 * Times the embedded model beside llama.cpp's own server on the same file, one answer at a time and
 * four at once; with `threads`, or with as many as cores are free. Both take turns, so that other work on the machine meets both; processor time says
 * what the clock cannot on a busy machine. Answers of 40 tokens, so that no loop is cut short.
 */
export async function benchModels(print: (line: string) => void, threads?: number): Promise<void> {
  const count = rounds * answersPerRound;
  for (const name of names) {
    print(
      `${name}, ${count} Antworten zu höchstens ${answerTokens} Token, abwechselnd; Last ${load()}`,
    );
    for (const atOnce of [1, 4]) await compare({ name, atOnce, threads }, print);
  }
  print(`Last am Ende ${load()}`);
}

async function compare(wanted: EmbeddedOrder, print: (line: string) => void): Promise<void> {
  const { name, atOnce } = wanted;
  const { model: embedded, threads } = await openEmbedded(wanted);
  const cache = cacheFolder(process.env);
  const file = join(cache, "models", catalog[name]?.file ?? "");
  const order = {
    file,
    contextSize,
    parallel: atOnce,
    threads,
    cacheFolder: cache,
    shape: "own",
  } as const;
  const server = await startLlamaServer(order);
  const mine = runner("eingebettet", embedded, embeddedCpuSeconds);
  const theirs = typeof server === "string" ? undefined : await serverRunner(name, server);
  for (let round = 0; round <= rounds; round += 1) {
    for (const each of [mine, theirs]) await timeRound(each, { atOnce, round });
  }
  print(report({ atOnce, threads }, mine, theirs));
  if (typeof server === "string") print(server);
  else await server.close();
  await embedded.close();
  await theirs?.model.close();
}

async function serverRunner(name: string, server: LlamaServer): Promise<Runner> {
  if (catalog[name]?.kind === "base") {
    const model = completionEndpoint(server.address, workedExample);
    return runner("llama.cpp-Server", model, server.cpuSeconds);
  }
  const config = { id: "compatible:server", baseURL: `${server.address}/v1`, model: name };
  const context = { environment: {}, cacheFolder: "unused" };
  const model = await openModel(modelConfigSchema.parse(config), context);
  return runner("llama.cpp-Server", model, server.cpuSeconds);
}

function runner(title: string, model: Runner["model"], cpuSeconds: Runner["cpuSeconds"]): Runner {
  return { title, model, cpuSeconds, tally: { tokens: 0, seconds: 0, cpuSeconds: 0 } };
}

interface Round {
  readonly atOnce: number;
  /** Round 0 warms up and does not count. */
  readonly round: number;
}

async function timeRound(each: Runner | undefined, { atOnce, round }: Round): Promise<void> {
  if (each === undefined) return;
  const { model, tally, cpuSeconds } = each;
  const { signal } = new AbortController();
  const requests = Array.from({ length: answersPerRound }, (_, index) => question(round, index));
  const queue = requests.values();
  const cpuBefore = cpuSeconds() ?? 0;
  const begin = performance.now();
  let tokens = 0;
  const worker = async () => {
    for (const request of queue) {
      const outcome = await model.call(request, signal);
      if (outcome.status === "failed") throw new Error(outcome.message);
      tokens += outcome.usage?.outputTokens ?? 0;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (round === 0) return;
  tally.tokens += tokens;
  tally.seconds += (performance.now() - begin) / 1000;
  tally.cpuSeconds += (cpuSeconds() ?? 0) - cpuBefore;
}

function report(
  { atOnce, threads }: { readonly atOnce: number; readonly threads: number },
  mine: Runner,
  theirs: Runner | undefined,
): string {
  const speed = ({ tally }: Runner) => tally.tokens / tally.seconds;
  const perCpu = ({ tally }: Runner) => tally.tokens / tally.cpuSeconds;
  const text = (each: Runner) =>
    `${each.title} ${speed(each).toFixed(1)} Token/s (${perCpu(each).toFixed(1)} je CPU-Sekunde)`;
  const head = `${atOnce} zugleich, ${threads} Threads: ${text(mine)}`;
  if (theirs === undefined) return head;
  const ratio = (speed(mine) / speed(theirs)).toFixed(2);
  const cpuRatio = (perCpu(mine) / perCpu(theirs)).toFixed(2);
  return `${head}; ${text(theirs)}; Verhältnis ${ratio} (CPU ${cpuRatio})`;
}

function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
}

function question(round: number, index: number): ModelRequest {
  const number = round * answersPerRound + index;
  // The number in front: of questions that begin alike the server would remember the beginning.
  const content = `${number}. Antrag an das Bürgeramt: Erkläre in einfachen Worten, wozu er dient.`;
  const messages = [{ role: "user" as const, content }];
  return { messages, temperature: 0, seed: 1, maxTokens: answerTokens };
}
