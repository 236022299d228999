import { once } from "node:events";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, test, vi } from "vitest";
import { WeightsLost } from "../../../models/answering-sequence.ts";
import { LlamaProcess } from "../../../models/llama-process/llama-process.ts";

const program = new URL("../../helpers/scripted-llama.ts", import.meta.url);
const started: LlamaProcess[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const one of started.splice(0)) await one.end();
});

function start(graceMs?: number): LlamaProcess {
  const one = new LlamaProcess({ program, graceMs });
  started.push(one);
  return one;
}

function ask(one: LlamaProcess, content: string, abort = new AbortController()) {
  const messages = [{ role: "user" as const, content }];
  const question = { messages, temperature: 0, seed: 1, maxTokens: 9 };
  const interrupts = { signal: abort.signal, deadline: new AbortController().signal };
  return one.ask("answer", { sequence: 0, question }, interrupts);
}

/** True as long as a process is there and has not become a zombie. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("a process of its own", () => {
  test("answers what it is asked, several at once, whatever the letters", async () => {
    const one = start();
    const texts = ["Grüße, „ß“ 🏛", "zwei", "drei\n\u0000"];
    const answers = await Promise.all(texts.map((text) => ask(one, text)));
    expect(answers.map(({ outcome }) => outcome)).toMatchObject(
      texts.map((answer) => ({ answer })),
    );
    expect(answers[0]).toMatchObject({ evaluated: [{ input: 3, output: 4 }] });
  });

  test("has a thread pool of one, starts no debugger and knows no secret", async () => {
    vi.stubEnv("HAUS_KI_KEY", "geheim-geheim-geheim");
    vi.stubEnv("UV_THREADPOOL_SIZE", "8");
    const { outcome } = await ask(start(), "variables");
    const said = JSON.parse(outcome.status === "completed" ? outcome.answer : "{}") as object;
    expect(said).toMatchObject({ UV_THREADPOOL_SIZE: "1", GGML_NO_BACKTRACE: "1" });
    expect(JSON.stringify(said)).not.toContain("geheim-geheim-geheim");
  });

  test("that dies tells everybody who waits, and everybody who asks after that", async () => {
    const one = start();
    const waits = ask(one, "wait");
    const crashes = ask(one, "crash");
    for (const each of await Promise.allSettled([waits, crashes])) {
      expect(each).toMatchObject({ status: "rejected", reason: { name: "WeightsLost" } });
    }
    await expect(crashes).rejects.toThrow(/ausgefallen \(SIGKILL\).*Arbeitsspeicher/u);
    await expect(ask(one, "zu spät")).rejects.toThrow(WeightsLost);
  });

  test("hears of an interruption, also of one that was there before", async () => {
    const one = start();
    const abort = new AbortController();
    const waits = ask(one, "wait", abort);
    abort.abort();
    expect(await waits).toMatchObject({ outcome: { code: "aborted" } });
    expect(await ask(one, "wait", abort)).toMatchObject({ outcome: { code: "aborted" } });
    expect(await ask(one, "weiter")).toMatchObject({ outcome: { answer: "weiter" } });
  });

  test("that does not heed an interruption is ended by force", async () => {
    const abort = new AbortController();
    const waits = ask(start(1), "hang", abort);
    abort.abort();
    await expect(waits).rejects.toThrow(WeightsLost);
  });

  test("is gone after its end, whatever it is doing", async () => {
    const one = start();
    const [hanging] = await Promise.allSettled([ask(one, "hang"), one.end()]);
    expect(hanging).toMatchObject({ status: "rejected", reason: { name: "WeightsLost" } });
    expect(isRunning(one.pid ?? 0)).toBe(false);
  });
});

describe("the process and the program that started it", () => {
  const script = `
    const { LlamaProcess } = await import(${JSON.stringify(new URL("../../../models/llama-process/llama-process.ts", import.meta.url).href)});
    const one = new LlamaProcess();
    await one.ask("facts", undefined);
    console.log(one.pid);
    if (process.argv[1] === "stay") setInterval(() => {}, 1000);
  `;

  function startProgram(...words: string[]) {
    const flags = ["--import", "tsx", "--input-type=module", "-e", script];
    const child = spawn(process.execPath, [...flags, ...words], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines = createInterface({ input: child.stdout });
    return { child, pid: once(lines, "line").then(([line]) => Number(line)) };
  }

  test("does not keep it running while nothing is asked", { timeout: 60_000 }, async () => {
    const { child, pid } = startProgram();
    const ended = once(child, "exit");
    const number = await pid;
    expect(await ended).toEqual([0, null]);
    await vi.waitUntil(() => !isRunning(number), { timeout: 30_000 });
  });

  test("ends with it, also when it is killed", { timeout: 60_000 }, async () => {
    const { child, pid } = startProgram("stay");
    const number = await pid;
    expect(isRunning(number)).toBe(true);
    child.kill("SIGKILL");
    await vi.waitUntil(() => !isRunning(number), { timeout: 30_000 });
  });
});
