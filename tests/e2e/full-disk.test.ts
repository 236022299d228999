import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { trialRecordSchema } from "../../core/trial.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** Mounts a file system that holds very little; only root on Linux may. */
function mountSmallDisk(): string | undefined {
  const folder = join(temporaryFolder(), "klein");
  mkdirSync(folder);
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1200k", "tmpfs", folder]);
  if (status !== 0) return undefined;
  onTestFinished(() => void spawnSync("umount", ["-l", folder]));
  return folder;
}

test(
  "a full disk stops the run with a German message, loses nothing, and the run goes on later",
  { timeout: 120_000 },
  async ({ skip }) => {
    const disk = mountSmallDisk();
    if (disk === undefined) return skip("mounting a small file system needs root on Linux");
    const ballast = join(disk, "ballast");
    writeFileSync(ballast, Buffer.alloc(700 * 1024));
    const out = join(disk, "lauf");
    const words = ["--model", "baseline:copy,baseline:reference", "--out", out];
    const stopped = await runCommandLine("eval", words);
    expect(stopped.code).toBe(3);
    expect(stopped.stderr).toMatch(/Datenträger ist voll|lässt sich nicht schreiben/u);
    expect(stopped.stderr).toContain(`--resume ${out}`);
    expect(stopped.stderr).not.toContain("    at ");
    const { trials } = runFiles(out);
    const before = await readSoundJournal(trials, trialRecordSchema);

    rmSync(ballast);
    await runCommandLine("eval", ["--resume", out]);
    const after = await readSoundJournal(trials, trialRecordSchema);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(new Set(after.map(({ trialId }) => trialId)).size).toBe(80);
    expect(after).toHaveLength(80);
    return undefined;
  },
);
