import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { request, type IncomingMessage } from "node:http";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startChatServer } from "../../helpers/chat-server.ts";
import { rightAnswer, writeConfig, writeSuite } from "../../helpers/probe-suite.ts";
import { beginWatch } from "../../helpers/quiet-run.ts";
import { runCommandLine, startCommand } from "../../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";

const key = { HAUS_KEY: "sk-0123456789abcdef" };

/** Runs a command of ours where every way out of this machine fails and is counted. */
async function quietly(folder: string, name: string, words: readonly string[], input = "") {
  const watch = beginWatch();
  const environment = { ...watch.environment, ...key, INIT_CWD: folder };
  const done = await runCommandLine(name, words, { environment, input });
  return { ...done, outside: watch.outside() };
}

test("the watch sees what promptfoo tells when nothing of ours is around it", async () => {
  const folder = temporaryFolder();
  const watch = beginWatch();
  const entry = join(dirname(createRequire(import.meta.url).resolve("promptfoo")), "entrypoint.js");
  const settings = { PROMPTFOO_CONFIG_DIR: folder, PROMPTFOO_DISABLE_TELEMETRY: "1" };
  const child = spawn(process.execPath, [entry, "list", "evals"], {
    cwd: folder,
    env: { ...process.env, ...watch.environment, ...settings },
    stdio: "ignore",
  });
  await once(child, "close");
  expect(watch.outside().length).toBeGreaterThan(0);
}, 120_000);

const foreign = `prompts: ["Was kostet {{thing}}?"]
providers: [openai:gpt-4.1]
tests: [{ vars: { thing: der Ausweis }, assert: [{ type: contains, value: Euro }] }]
`;

test("import, of a configuration of ours and of another", async () => {
  const folder = temporaryFolder();
  const suite = writeSuite(folder, 2);
  writeIn(folder, "fremd.yaml", foreign);
  const steps = [
    ["import", "fremd.yaml", "--out", "fremd"],
    ["export", "--suite", suite, "--out", "aus.yaml"],
    ["import", "aus.yaml", "--out", "zurueck"],
  ];
  for (const words of steps) {
    expect(await quietly(folder, "promptfoo", words)).toMatchObject({ code: 0, outside: [] });
  }
  expect(await quietly(folder, "check", ["./fremd"])).toMatchObject({ outside: [] });
}, 180_000);

test("export, evaluation and view: no attempt to leave this machine", async () => {
  const folder = temporaryFolder();
  const suite = writeSuite(folder, 2);
  const steps = [
    ["export", "--suite", suite, "--out", "aus.yaml"],
    ["run", "eval", "-c", "aus.yaml", "-o", "aus.json", "--no-table"],
  ];
  for (const words of steps) {
    expect(await quietly(folder, "promptfoo", words)).toMatchObject({ code: 0, outside: [] });
  }
  const words = ["--suite", suite, "--model", "baseline:reference", "--out", "lauf"];
  expect(await quietly(folder, "eval", words)).toMatchObject({ code: 0, outside: [] });
  const watch = beginWatch();
  const environment = { ...watch.environment, INIT_CWD: folder };
  const port = 20_000 + (process.pid % 20_000);
  const view = startCommand("promptfoo", ["view", "lauf", "--port", String(port)], { environment });
  onTestFinished(() => void view.child.kill("SIGKILL"));
  await ready(view.child);
  expect(await statusOf(port, {})).toBe(200);
  expect(await statusOf(port, { host: "fremd.example" })).toBe(403);
  expect(await statusOf(port, { origin: "https://fremd.example" })).toBe(403);
  expect(await evaluations(port)).toMatchObject([{ numTests: 2, passRate: 100 }]);
  await expect(statusOf(port, {}, "::1")).rejects.toThrow(/EADDRNOTAVAIL|ECONNREFUSED/u);
  view.child.kill("SIGTERM");
  await view.result;
  expect(watch.outside()).toEqual([]);
}, 180_000);

test("graders and models: nothing but the address that was named", async () => {
  const folder = temporaryFolder();
  const server = await startChatServer(rightAnswer);
  writeSuite(folder, 2);
  writeConfig(
    folder,
    server.baseURL,
    `  - { id: "promptfoo:openai:chat:gpt-4.1", baseURL: "${server.baseURL}", apiKeyEnv: HAUS_KEY }\n`,
  );
  const words = [
    "--model",
    "promptfoo:openai:chat:gpt-4.1",
    "--variant",
    "trained",
    "--out",
    "lauf",
  ];
  expect(await quietly(folder, "eval", words)).toMatchObject({ code: 0, outside: [] });
  expect(server.bodies).toHaveLength(2);
  const line = '{"id":"1","answer":"Der Ausweis kostet 37 Euro."}\n';
  const options = ["--grader", "promptfoo:contains", "--options", '{"value":"37"}'];
  const graded = await quietly(folder, "grade", options, line);
  expect(graded).toMatchObject({ code: 0, outside: [] });
  expect(graded.stdout).toContain('"passed":true');
}, 180_000);

/** Resolves when promptfoo says that its server runs. */
async function ready(child: ReturnType<typeof startCommand>["child"]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (text: string) => {
      if (text.includes("Server running")) resolve();
    });
    child.once("close", () => reject(new Error("the viewer ended")));
  });
}

async function ask(port: number, path: string, options: object): Promise<[number, string]> {
  const asked = request({ host: "127.0.0.1", port, path, ...options });
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return [response.statusCode ?? 0, Buffer.concat(chunks).toString("utf8")];
}

async function statusOf(port: number, headers: Record<string, string>, host = "127.0.0.1") {
  const [status] = await ask(port, "/", { headers, host });
  return status;
}

async function evaluations(port: number): Promise<unknown> {
  const [, body] = await ask(port, "/api/results", {});
  return (JSON.parse(body) as { data: unknown }).data;
}
