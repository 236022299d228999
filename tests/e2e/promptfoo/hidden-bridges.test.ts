import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programFolder } from "../../../scripts/folders.ts";
import { writeSuite } from "../../helpers/probe-suite.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";

const left = new Set([".git", "bridges", "node_modules", "runs", "tests", "docs", "bench"]);

/** The program without the folder `bridges`. */
function programWithout(): string {
  const folder = join(temporaryFolder(), "program");
  for (const name of readdirSync(programFolder).filter((entry) => !left.has(entry))) {
    cpSync(join(programFolder, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(programFolder, "node_modules"), join(folder, "node_modules"));
  return folder;
}

async function evaluate(program: string, words: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/eval.ts", ...words], {
    cwd: program,
    env: { ...process.env, INIT_CWD: program, AMTSPROBE_CACHE: temporaryFolder() },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [code] = (await once(child, "close")) as [number];
  return { code, stderr };
}

test("an evaluation needs nothing of bridges/; only a grader promptfoo:… asks for it", async () => {
  const program = programWithout();
  const folder = temporaryFolder();
  const suite = writeSuite(folder, 2);
  const words = ["--suite", suite, "--model", "baseline:reference", "--out", join(folder, "lauf")];
  expect(existsSync(join(program, "bridges"))).toBe(false);
  expect(await evaluate(program, words)).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, "lauf", "findings.json"))).toBe(true);
  const foreign = `schemaVersion: 1
name: probe
version: 1.0.0
title: Probe
graders: { must: [facts, "promptfoo:contains"] }
variants: { untrained-kurz: prompts/a.md, trained: prompts/b.md }
`;
  writeIn(suite, "suite.yaml", foreign);
  const refused = await evaluate(program, [...words.slice(0, -1), join(folder, "zwei")]);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("fehlt der Ordner „bridges“");
}, 180_000);
