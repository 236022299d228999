import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findingsSchema } from "../../core/findings.ts";
import { isCached } from "../../core/outcome.ts";
import { trialRecordSchema } from "../../core/trial.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { startChatServer } from "../helpers/chat-server.ts";
import { rightAnswer, writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

describe("answers of earlier runs", { timeout: 120_000 }, () => {
  test("are found by later ones, marked, free, and never used for times", async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 3);
    const server = await startChatServer(rightAnswer);
    const config = writeConfig(folder, server.baseURL);
    const environment = { AMTSPROBE_CACHE: join(folder, "cache") };
    const start = async (name: string, ...words: string[]) => {
      const out = join(folder, name);
      const ended = await runCommandLine("eval", ["--config", config, "--out", out, ...words], {
        environment,
      });
      expect(ended.code).toBe(0);
      const findings = findingsSchema.parse(
        JSON.parse(readFileSync(runFiles(out).findings, "utf8")),
      );
      const trials = await readSoundJournal(runFiles(out).trials, trialRecordSchema);
      return { ...ended, findings, cached: trials.filter(({ outcome }) => isCached(outcome)) };
    };

    const first = await start("erster");
    expect(server.bodies).toHaveLength(6);
    expect(first.cached).toEqual([]);

    const second = await start("zweiter");
    expect(server.bodies).toHaveLength(6);
    expect(second.cached).toHaveLength(6);
    expect(new Set(second.cached.map(({ model }) => model))).toEqual(new Set(["compatible:stub"]));
    expect(second.cached[0]?.outcome).not.toHaveProperty("timing");
    expect(second.stdout).toContain("6 Antworten stammen aus früheren Läufen");
    expect(second.findings.run).toMatchObject({ completedTrials: 9, cachedTrials: 6 });
    expect(second.findings.rates).toEqual(first.findings.rates);
    const times = second.findings.answering.filter(({ model }) => model === "compatible:stub");
    expect(times.length).toBeGreaterThan(0);
    for (const row of times) expect(row).not.toHaveProperty("medianMs");

    await start("frisch", "--fresh");
    expect(server.bodies).toHaveLength(12);
  });
});
