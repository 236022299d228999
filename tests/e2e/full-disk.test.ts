import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { trialRecordSchema } from "../../core/trial.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { runCommandLine, startCommand } from "../helpers/run-command.ts";
import { mountDisk } from "../helpers/small-disk.ts";

/** Starts a run of 80 trials on a disk that is too small for them as long as the ballast is there. */
function startOnFullDisk(disk: string, name: string) {
  const ballast = join(disk, "ballast");
  writeFileSync(ballast, Buffer.alloc(700 * 1024));
  const out = join(disk, name);
  const words = ["--model", "baseline:copy,baseline:reference", "--out", out];
  const running = startCommand("eval", words);
  const isFull = new Promise<void>((resolve) => {
    let text = "";
    running.child.stderr?.on("data", (part: string) => {
      text += part;
      if (text.includes("Datenträger ist voll")) resolve();
    });
  });
  return { ...running, ballast, out, isFull };
}

async function readTrials(out: string) {
  return readSoundJournal(runFiles(out).trials, trialRecordSchema);
}

describe("a full disk", { timeout: 120_000 }, () => {
  test("makes the run wait with a German message and go on by itself when there is space", async ({
    skip,
  }) => {
    const disk = mountDisk("size=1200k");
    if (disk === undefined) return skip("mounting a small file system needs root on Linux");
    const { result, ballast, out, isFull } = startOnFullDisk(disk, "lauf");
    await Promise.race([isFull, result]);
    const before = await readTrials(out);
    expect(before.length).toBeLessThan(80);
    rmSync(ballast);
    const { code, stderr } = await result;
    expect(code).toBe(0);
    expect(stderr).toContain("wieder Platz");
    const after = await readTrials(out);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(80);
    expect(new Set(after.map(({ trialId }) => trialId)).size).toBe(80);
    return undefined;
  });

  test("lets Ctrl-C end the wait, loses nothing that was saved, and the run is taken up later", async ({
    skip,
  }) => {
    const disk = mountDisk("size=1200k");
    if (disk === undefined) return skip("mounting a small file system needs root on Linux");
    const { child, result, ballast, out, isFull } = startOnFullDisk(disk, "lauf");
    await Promise.race([isFull, result]);
    child.kill("SIGINT");
    const { code, stderr } = await result;
    expect(code).toBe(3);
    expect(stderr).toContain(`--resume ${out}`);
    expect(stderr).not.toContain("    at ");
    const before = await readTrials(out);

    rmSync(ballast);
    await runCommandLine("eval", ["--resume", out]);
    const after = await readTrials(out);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(new Set(after.map(({ trialId }) => trialId)).size).toBe(80);
    expect(after).toHaveLength(80);
    return undefined;
  });
});
