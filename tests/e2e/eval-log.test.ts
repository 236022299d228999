import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { trialRecordSchema } from "../../core/trial.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { logEventSchema, type LogEvent } from "../../scripts/eval/log-event.ts";
import { startChatServer } from "../helpers/chat-server.ts";
import { rightAnswer, writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { runCommandLine, startCommand } from "../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

function readLog(stderr: string): LogEvent[] {
  const lines = stderr.split("\n").filter((line) => line !== "");
  return lines.map((line) => logEventSchema.parse(JSON.parse(line)));
}

/** A configuration with a price: 10 input and 5 output tokens cost 0.10 euro. */
function writePriced(folder: string, baseURL: string): string {
  return writeIn(
    folder,
    "preis.yaml",
    `schemaVersion: 1
suites: [${join(folder, "probe")}]
models:
  - id: compatible:stub
    baseURL: ${baseURL}
    model: stub
    parameters: { maxTokens: 5 }
    limits: { concurrency: 4, requestsPerMinute: 6000 }
    price: { inputPerMillion: 0, outputPerMillion: 20000, asOf: 2026-11-01 }
`,
  );
}

describe("npm run eval", { timeout: 120_000 }, () => {
  test("with --log-format json writes nothing but events to stderr", async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 5);
    const server = await startChatServer(rightAnswer);
    const config = writeConfig(folder, server.baseURL);
    const words = ["--config", config, "--out", join(folder, "lauf"), "--log-format", "json"];
    const { code, stderr } = await runCommandLine("eval", words);
    expect(code).toBe(0);
    const events = readLog(stderr);
    expect(events[0]).toMatchObject({ event: "run-start", total: 15, done: 0 });
    expect(events.filter(({ event }) => event === "trial-finish")).toHaveLength(15);
    expect(events.filter(({ event }) => event === "model-finish")).toHaveLength(2);
    expect(events.at(-1)).toMatchObject({ event: "run-finish", completedTrials: 15, exitCode: 0 });
  });

  test("with --log-format json writes an error as an event", async () => {
    const { code, stdout, stderr } = await runCommandLine("eval", [
      "--resume",
      "fehlt",
      "--log-format",
      "json",
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(readLog(stderr)).toMatchObject([{ event: "error", code: "no-run", exitCode: 2 }]);
  });

  test("names calls, tokens, euro, minutes and what they rest on before anything is asked", async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 60);
    const server = await startChatServer(rightAnswer);
    const config = writePriced(folder, server.baseURL);
    const { code, stdout } = await runCommandLine("eval", ["--config", config, "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Zusammen 120 Durchgänge, höchstens etwa 12,00");
    expect(stdout).toContain("Dauer mindestens 1 min");
    expect(stdout).toContain("Grenze von 6.000 Anfragen je Minute");
    expect(stdout).toContain("Stand 2026-11-01");
    const plain = await runCommandLine("eval", [
      "--config",
      writeConfig(folder, server.baseURL),
      "--dry-run",
    ]);
    expect(plain.stdout).toContain("Kosten unbekannt, Dauer unbekannt");
    expect(server.bodies).toEqual([]);
  });

  test("keeps to a budget over all sittings of a run, and a higher one takes it up again", async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 10);
    const server = await startChatServer(rightAnswer);
    const config = writePriced(folder, server.baseURL);
    const out = join(folder, "lauf");
    const first = await runCommandLine("eval", [
      "--config",
      config,
      "--out",
      out,
      "--budget",
      "0,5",
    ]);
    expect(first.code).toBe(3);
    expect(server.bodies).toHaveLength(5);
    expect(first.stdout).toContain("Das Budget reicht nicht sicher für einen weiteren Aufruf");
    expect(first.stdout).toContain("höheren --budget");
    expect(first.stdout).toMatch(/Kosten dieses Starts: 0,50.€ von 0,50.€/u);
    await runCommandLine("eval", ["--resume", out]);
    expect(server.bodies).toHaveLength(5);
    const more = await runCommandLine("eval", ["--resume", out, "--budget", "0,8"]);
    expect(server.bodies).toHaveLength(8);
    expect(more.code).toBe(3);
    expect((await runCommandLine("eval", ["--resume", out, "--budget", "9"])).code).toBe(0);
    expect(server.bodies).toHaveLength(20);
  });

  test("refuses a budget that no price could hold", async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 1);
    const config = writeConfig(folder, "https://llm.example.invalid/v1");
    const { code, stderr } = await runCommandLine("eval", ["--config", config, "--budget", "5"]);
    expect(code).toBe(2);
    expect(stderr).toContain("compatible:stub");
    expect(stderr).toContain("price");
  });

  test("ends at once when Ctrl-C comes twice, and what was answered is there", async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 400);
    const out = join(folder, "lauf");
    const server = await startChatServer((body, call) => {
      if (call === 700) running.child.kill("SIGINT");
      return rightAnswer(body);
    });
    const words = ["--config", writeConfig(folder, server.baseURL), "--out", out];
    const running = startCommand("eval", words);
    let again: NodeJS.Timeout | undefined;
    running.child.stderr?.on("data", (text: string) => {
      // Until one comes late enough to be a second wish.
      if (text.includes("noch einmal Strg-C")) {
        again = setInterval(() => running.child.kill("SIGINT"), 20);
      }
    });
    const { code, stdout } = await running.result;
    clearInterval(again);
    // During the analysis nobody listens, and the signal itself ends the process.
    expect([3, null]).toContain(code);
    expect(stdout).toBe("");
    expect(existsSync(runFiles(out).report)).toBe(false);
    const trials = await readSoundJournal(runFiles(out).trials, trialRecordSchema);
    const asked = trials.filter(({ model }) => model === "compatible:stub");
    expect(asked.length).toBeGreaterThanOrEqual(690);
    expect((await runCommandLine("eval", ["--resume", out])).code).toBe(0);
    expect(readFileSync(runFiles(out).findings, "utf8")).toContain('"completedTrials": 1200');
  });
});
