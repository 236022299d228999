import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { spawn, spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { lockRun } from "../../engine/run-lock.ts";
import { programFolder } from "../../scripts/folders.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const lockFile = join(programFolder, "engine", "run-lock.ts");

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

  test("is gone when the process ends at once", () => {
    const folder = temporaryFolder();
    const code = `import { lockRun } from ${JSON.stringify(pathToFileURL(lockFile).href)};
      lockRun(${JSON.stringify(folder)});
      process.exit(3);`;
    const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", code]);
    expect({ status, left: readdirSync(folder) }).toEqual({ status: 3, left: [] });
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

  test("takes over the lock of a process whose number another one has now", () => {
    const folder = temporaryFolder();
    const owner = { pid: process.pid, host: hostname(), startedAt: "2026-01-01T00:00:00Z" };
    writeFileSync(
      join(folder, "run.lock"),
      JSON.stringify({ ...owner, identity: "an earlier boot" }),
    );
    expect(() => lockRun(folder)()).not.toThrow();
  });

  test("lets exactly one of many starts at once take over a stale lock", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "run.lock"), '{"pid":');
    const starts = Array.from({ length: 6 }, () => startLocking(folder));
    const answers = await Promise.all(starts.map(async ({ answer }) => answer));
    for (const { child } of starts) child.stdin.end();
    expect(answers.toSorted()).toEqual([
      "locked",
      ...Array.from({ length: 5 }, () => "run-locked"),
    ]);
    expect(readdirSync(folder)).toEqual(["run.lock"]);
  });
});

/** Starts a process that locks the folder, says how it went, and lives until its input ends. */
function startLocking(folder: string) {
  const script = `
    const { lockRun } = await import(${JSON.stringify(pathToFileURL(lockFile).href)});
    let answer = "locked";
    try { lockRun(${JSON.stringify(folder)}); } catch (cause) { answer = cause.code; }
    process.stdout.write(answer);
    for await (const _ of process.stdin);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answer = new Promise<string>((resolve) => {
    child.stdout.once("data", (text: Buffer) => resolve(text.toString("utf8").trim()));
    child.once("close", () => resolve("ended"));
  });
  return { child, answer };
}
