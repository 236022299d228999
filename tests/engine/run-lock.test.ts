import { existsSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { lockRun } from "../../engine/run-lock.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

describe("lockRun", () => {
  test("refuses a second owner, names the first, and is free after release", async () => {
    const folder = temporaryFolder();
    const release = lockRun(folder);
    const error = await userErrorOf(() => lockRun(folder));
    expect(error).toMatchObject({ code: "run-locked", exitCode: 2 });
    expect(error.message).toContain(`Prozess ${process.pid}`);
    release();
    expect(existsSync(join(folder, "run.lock"))).toBe(false);
    lockRun(folder)();
  });

  test("takes over the lock of a process that is gone", () => {
    const folder = temporaryFolder();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    const owner = { pid, host: hostname(), startedAt: "2026-01-01T00:00:00Z" };
    writeFileSync(join(folder, "run.lock"), JSON.stringify(owner));
    expect(() => lockRun(folder)()).not.toThrow();
  });

  test("takes over a lock that a crash tore", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "run.lock"), '{"pid":');
    expect(() => lockRun(folder)()).not.toThrow();
  });

  test("leaves a lock of another machine alone", async () => {
    const folder = temporaryFolder();
    const owner = { pid: 1, host: "woanders", startedAt: "2026-01-01T00:00:00Z" };
    writeFileSync(join(folder, "run.lock"), JSON.stringify(owner));
    expect((await userErrorOf(() => lockRun(folder))).message).toContain("woanders");
  });
});
