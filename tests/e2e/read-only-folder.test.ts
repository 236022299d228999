import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openJournals } from "../../engine/journal.ts";
import { lockRun } from "../../engine/run-lock.ts";
import { mountDisk } from "../helpers/small-disk.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

/** A folder nobody can write into: by its rights, and for root, who ignores them, by its disk. */
function readOnlyFolder(): string | undefined {
  const folder = temporaryFolder();
  chmodSync(folder, 0o555);
  try {
    writeFileSync(join(folder, "probe"), "");
  } catch {
    return folder;
  }
  return mountDisk("ro");
}

describe("a folder that may only be read", { timeout: 60_000 }, () => {
  test("ends a run before anything is asked, in German", async ({ skip }) => {
    const folder = readOnlyFolder();
    if (folder === undefined) return skip("as root a read-only file system is needed");
    const out = join(folder, "lauf");
    const words = ["--model", "baseline:copy", "--out", out];
    const { code, stdout, stderr } = await runCommandLine("eval", words);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("lässt sich nicht anlegen");
    expect(stderr).toContain("--out");
    expect(stderr).not.toContain("    at ");
    return undefined;
  });

  test("is named by lock and journal", async ({ skip }) => {
    const folder = readOnlyFolder();
    if (folder === undefined) return skip("as root a read-only file system is needed");
    const locked = await userErrorOf(() => lockRun(folder));
    expect(locked).toMatchObject({ code: "folder-unwritable", exitCode: 3 });
    const path = join(folder, "trials.jsonl");
    const opened = await userErrorOf(() => openJournals({ trials: path }));
    expect(opened).toMatchObject({ code: "journal-unwritable", place: { file: path } });
    expect(existsSync(path)).toBe(false);
    return undefined;
  });
});
