import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { programFolder } from "../../../scripts/folders.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";

const suite = `schemaVersion: 1
name: preis
version: 1.0.0
title: Preis
graders: { must: ["promptfoo:contains"] }
options: { "promptfoo:contains": { value: "37" } }
variants: { trained: prompts/a.md }
`;

/** The words of a script in package.json, without `node`. */
function wordsOf(script: string): string[] {
  const text = readFileSync(join(programFolder, "package.json"), "utf8");
  const { scripts } = JSON.parse(text) as { readonly scripts: Readonly<Record<string, string>> };
  return (scripts[script] ?? "").split(" ").slice(1);
}

/** The settings of the memory that package.json gives the program are none that a thread can have. */
test("promptfoo judges in a run that is started as package.json says", async () => {
  const folder = temporaryFolder();
  writeIn(folder, "preis/suite.yaml", suite);
  writeIn(folder, "preis/prompts/a.md", "{{text}}");
  writeIn(
    folder,
    "preis/faelle.yaml",
    "- { id: a, input: { text: x }, reference: 37 Euro, source: erfunden, asOf: 2026-01-01 }\n",
  );
  const run = join(folder, "lauf");
  const choice = ["--model", "baseline:reference", "--variant", "trained", "--input", "raw"];
  const words = ["--suite", join(folder, "preis"), ...choice, "--out", run];
  await promisify(execFile)(process.execPath, [...wordsOf("eval"), ...words], {
    cwd: programFolder,
    env: { ...process.env, INIT_CWD: folder },
  });
  const scores = readFileSync(join(run, "scores.jsonl"), "utf8").trim().split("\n");
  const score = scores.find((line) => line.includes("promptfoo:contains")) ?? "{}";
  expect(JSON.parse(score)).toMatchObject({ score: { status: "scored", passed: true } });
}, 120_000);
