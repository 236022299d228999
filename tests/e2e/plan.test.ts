import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeRun } from "../../bench/write-run.ts";
import { mixedRun } from "../analysis/mixed-run.ts";
import { runCommandLine } from "../helpers/run-command.ts";

interface PlanJson {
  rows: { difference?: number; cases?: number; agreement?: string; attempts?: number }[];
  from?: { cases: number; attempts: number };
}

describe("npm run plan", { timeout: 60_000 }, () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "amtsprobe-plan-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("tells cases for a difference, in words and as JSON", async () => {
    const { code, stdout, stderr } = await runCommandLine("plan", ["--difference", "10"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("exakter McNemar-Test");
    const json = await runCommandLine("plan", ["--difference", "10", "--json"]);
    const plan = JSON.parse(json.stdout) as PlanJson;
    expect(plan.rows.map(({ agreement }) => agreement)).toEqual([
      "independent",
      "medium",
      "same-cases",
    ]);
    expect(plan.rows[0]?.cases).toBeGreaterThan(plan.rows[2]?.cases ?? Infinity);
    expect(stdout).toContain(`${plan.rows[0]?.cases ?? "?"} Fälle`);
  });

  test("uses the spread of an earlier run, with attempts", async () => {
    writeRun(folder, mixedRun());
    const words = ["--from", folder, "--difference", "10", "--json"];
    const { code, stdout, stderr } = await runCommandLine("plan", words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { rows, from } = JSON.parse(stdout) as PlanJson;
    expect(from?.cases).toBeGreaterThan(20);
    expect(rows.every(({ cases = 0 }) => cases > 20)).toBe(true);
  });

  test("refuses with one sentence and exit code 2", async () => {
    const { code, stdout, stderr } = await runCommandLine("plan", ["--difference", "50"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("wären 110 %");
    expect(stderr).toContain("→");
  });
});
