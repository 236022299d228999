import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeRun } from "../../bench/write-run.ts";
import { findingsSchema } from "../../core/findings.ts";
import { buildRun, series } from "../analysis/build-run.ts";
import { mixedRun } from "../analysis/mixed-run.ts";
import { runCommandLine } from "../helpers/run-command.ts";

describe("npm run analyse", { timeout: 60_000 }, () => {
  let root = "";
  const folder = (name: string): string => join(root, name);
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "amtsprobe-analyse-"));
    for (const name of ["gemischt", "a", "b", "neu"]) mkdirSync(folder(name));
    writeRun(folder("gemischt"), mixedRun());
    const own = (model: string, version: string) =>
      buildRun({
        trials: series({ model }, { passed: 20, of: 20 }),
        manifest: {
          runId: model,
          suites: [{ name: "s", version, graders: { must: ["personal-data"] } }],
        },
      });
    writeRun(folder("a"), own("a", "1.0.0"));
    writeRun(folder("b"), own("b", "1.0.0"));
    writeRun(folder("neu"), own("c", "2.0.0"));
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  test("writes findings with ranks, bounds and what could have been seen; lists the cases", async () => {
    const words = [folder("gemischt"), "--items"];
    const { code, stdout } = await runCommandLine("analyse", words);
    expect(code).toBe(0);
    expect(stdout).toContain("alle bestehen");
    const text = readFileSync(join(folder("gemischt"), "findings.json"), "utf8");
    const findings = findingsSchema.parse(JSON.parse(text));
    expect(findings.ranks.length).toBeGreaterThan(0);
    expect(findings.failureBounds.length).toBeGreaterThan(0);
    expect(findings.detectable.length).toBeGreaterThan(0);
  });

  test("two runs together go into a folder of their own, with the notices on stderr", async () => {
    const out = folder("zusammen");
    const words = [folder("a"), "--with", folder("b"), "--out", out, "--json"];
    const { code, stdout, stderr } = await runCommandLine("analyse", words);
    expect(code).toBe(0);
    expect(findingsSchema.parse(JSON.parse(stdout)).comparisons[0]).toMatchObject({ n: 20 });
    expect(stderr).toContain("Das heißt nicht, dass nie etwas misslingt");
    expect(existsSync(join(out, "findings.json"))).toBe(true);
    expect(existsSync(join(folder("a"), "findings.json"))).toBe(false);
  });

  test("refuses runs with different versions of a suite", async () => {
    const words = [folder("a"), "--with", folder("neu"), "--out", folder("x")];
    const { code, stdout, stderr } = await runCommandLine("analyse", words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("verschiedene Fassungen der Suite „s“");
    expect(existsSync(folder("x"))).toBe(false);
  });

  test("refuses --with without --out", async () => {
    const { code, stderr } = await runCommandLine("analyse", [folder("a"), "--with", folder("b")]);
    expect(code).toBe(2);
    expect(stderr).toContain("gehören zusammen");
  });
});
