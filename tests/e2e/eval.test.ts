import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findingsSchema } from "../../core/findings.ts";
import { trialKeySchema, trialRecordSchema } from "../../core/trial.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { startChatServer } from "../helpers/chat-server.ts";
import { rightAnswer, writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { runCommandLine, startCommand } from "../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

describe("npm run eval", { timeout: 120_000 }, () => {
  test("runs a configured endpoint to a report, and a second start asks nothing", async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 5);
    const server = await startChatServer(rightAnswer);
    const config = writeConfig(folder, server.baseURL);
    const out = join(folder, "lauf");
    const first = await runCommandLine("eval", ["--config", config, "--out", out]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toContain(join(out, "report.html"));
    const files = runFiles(out);
    const findings = findingsSchema.parse(JSON.parse(readFileSync(files.findings, "utf8")));
    expect(findings.run).toMatchObject({ plannedTrials: 15, completedTrials: 15, failedTrials: 0 });
    expect(findings.rates).toContainEqual(
      expect.objectContaining({ model: "compatible:stub", variant: "trained", n: 5, passed: 5 }),
    );
    expect(readFileSync(files.report, "utf8").slice(0, 15)).toMatch(/^<!doctype html>$/iu);
    expect(server.bodies).toHaveLength(10);

    const again = await runCommandLine("eval", ["--resume", out]);
    expect(again.code).toBe(0);
    expect(server.bodies).toHaveLength(10);

    const refused = await runCommandLine("eval", ["--config", config, "--out", out]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("--resume");
  });

  test("killed with kill -9 in the middle and resumed, has every planned trial exactly once", async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 60);
    const out = join(folder, "lauf");
    let killed = false;
    const server = await startChatServer((body, call) => {
      if (call === 50 && !killed) {
        killed = true;
        running.child.kill("SIGKILL");
      }
      return rightAnswer(body);
    });
    const words = ["--config", writeConfig(folder, server.baseURL), "--out", out];
    const running = startCommand("eval", words);
    expect((await running.result).code).toBeNull();
    expect(existsSync(join(out, "run.lock"))).toBe(true);

    const resumed = await runCommandLine("eval", ["--resume", out]);
    expect(resumed).toMatchObject({ code: 0 });
    const files = runFiles(out);
    const planned = (await readSoundJournal(files.plan, trialKeySchema)).map((key) => key.trialId);
    const recorded = (await readSoundJournal(files.trials, trialRecordSchema)).map(
      (key) => key.trialId,
    );
    expect(recorded.toSorted()).toEqual(planned.toSorted());
    expect(planned).toHaveLength(180);
    // Paid twice: at most what was under way at the kill.
    expect(server.bodies.length).toBeLessThanOrEqual(120 + 4);
  });

  test("refuses a second start while the first one runs", async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 3);
    const out = join(folder, "lauf");
    const refusals: Promise<unknown>[] = [];
    const server = await startChatServer(async (body, call) => {
      if (call === 0) {
        const second = runCommandLine("eval", ["--resume", out]);
        refusals.push(second);
        await second;
      }
      return rightAnswer(body);
    });
    const words = ["--config", writeConfig(folder, server.baseURL), "--out", out];
    expect(await runCommandLine("eval", words)).toMatchObject({ code: 0 });
    expect(await refusals[0]).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("läuft schon ein Lauf") as string,
    });
  });

  test("ends cleanly on Ctrl-C and says how to go on", async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 20);
    const out = join(folder, "lauf");
    const server = await startChatServer((body, call) => {
      if (call === 10) running.child.kill("SIGINT");
      return rightAnswer(body);
    });
    const running = startCommand("eval", [
      "--config",
      writeConfig(folder, server.baseURL),
      "--out",
      out,
    ]);
    const ended = await running.result;
    expect(ended.code).toBe(3);
    expect(ended.stdout).toContain(`npm run eval -- --resume ${out}`);
    expect(existsSync(join(out, "run.lock"))).toBe(false);
    expect(existsSync(join(out, "report.html"))).toBe(true);
  });

  test("shows the plan without calling anything", async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 5);
    const server = await startChatServer(rightAnswer);
    const config = writeConfig(folder, server.baseURL);
    const { code, stdout } = await runCommandLine("eval", [
      "--config",
      config,
      "--dry-run",
      "--json",
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      trials: 15,
      models: [
        { model: "compatible:stub", calls: 10 },
        { model: "baseline:reference", calls: 5 },
      ],
    });
    expect(server.bodies).toEqual([]);
  });

  test.each([
    ["an unknown option", ["--modell", "x"], "Die Angabe --modell gibt es nicht"],
    ["an unknown model", ["--model", "llama:gema3-270m"], "llama:gemma3-270m"],
    ["an unknown suite", ["--suite", "steuern"], "Die Suite „steuern“ gibt es nicht"],
    ["an unknown variant", ["--variant", "geheim"], "geheim"],
    ["an unknown profile", ["--profile", "mittel"], "mittel"],
    ["a wrong number", ["--attempts", "null"], "--attempts erwartet eine ganze Zahl"],
    ["a configuration that is not there", ["--config", "fehlt.yaml"], "fehlt.yaml"],
    ["a run that is not there", ["--resume", "fehlt"], "kein Lauf"],
  ])("refuses %s in German with exit code 2", async (_what, words, message) => {
    const { code, stdout, stderr } = await runCommandLine("eval", words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain("→ ");
    expect(stderr).not.toContain("    at ");
  });

  test("refuses a run folder of another version and leaves it as it is", async () => {
    const folder = temporaryFolder();
    const manifest = writeIn(folder, "manifest.json", '{"schemaVersion":2,"runId":"x"}');
    for (const command of ["analyse", "regrade", "report"]) {
      const { code, stderr } = await runCommandLine(command, [folder]);
      expect(code).toBe(2);
      expect(stderr).toContain("Format-Version 2");
    }
    expect(readFileSync(manifest, "utf8")).toBe('{"schemaVersion":2,"runId":"x"}');
  });

  test("regrades an edited expectation without a call", async () => {
    const folder = temporaryFolder();
    const place = writeSuite(folder, 4);
    const server = await startChatServer(rightAnswer);
    const out = join(folder, "lauf");
    await runCommandLine("eval", ["--config", writeConfig(folder, server.baseURL), "--out", out]);
    const file = join(place, "faelle.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace('["20 Euro"]', '["999 Euro"]'));
    const { code } = await runCommandLine("regrade", [out]);
    expect(code).toBe(0);
    const findings = findingsSchema.parse(JSON.parse(readFileSync(runFiles(out).findings, "utf8")));
    expect(findings.rates).toContainEqual(
      expect.objectContaining({ model: "compatible:stub", variant: "trained", n: 4, passed: 3 }),
    );
    expect(server.bodies).toHaveLength(8);
  });

  test("never judges an answer by a question that was not asked", async () => {
    const folder = temporaryFolder();
    const place = writeSuite(folder, 3);
    const server = await startChatServer(rightAnswer);
    const out = join(folder, "lauf");
    await runCommandLine("eval", ["--config", writeConfig(folder, server.baseURL), "--out", out]);
    const files = runFiles(out);
    const before = [readFileSync(files.scores, "utf8"), readFileSync(files.cases, "utf8")];
    const file = join(place, "faelle.yaml");
    const edited = readFileSync(file, "utf8")
      .replace("Was kostet Antrag 0?", "Wer bekommt Antrag 0?")
      .replace('["20 Euro"]', '["Erwachsene"]');
    writeFileSync(file, edited);
    const regraded = await runCommandLine("regrade", [out]);
    expect(regraded.code).toBe(0);
    expect(regraded.stderr).toMatch(/fall-0.*--resume/u);
    expect([readFileSync(files.scores, "utf8"), readFileSync(files.cases, "utf8")]).toEqual(before);

    await runCommandLine("eval", ["--resume", out]);
    expect(server.bodies).toHaveLength(6 + 2);
    expect(readFileSync(files.cases, "utf8")).toContain("Wer bekommt Antrag 0?");
  });
});
