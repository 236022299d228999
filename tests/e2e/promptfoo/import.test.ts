import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { promptfooFixtures } from "../../helpers/import-fixture.ts";
import { runCommandLine } from "../../helpers/run-command.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const slow = 120_000;

const fixture = (name: string) => join(promptfooFixtures, name, "promptfooconfig.yaml");

test("an imported configuration is a suite that check accepts", { timeout: slow }, async () => {
  const folder = join(temporaryFolder(), "gebuehren");
  const words = ["import", fixture("buergeramt"), "--out", folder];
  const imported = await runCommandLine("promptfoo", words);
  expect(imported.stderr).toContain("Zeile 27, Spalte 13: outputPath");
  expect(imported.stdout).toContain("3 Fälle, 2 Prompt-Varianten, 3 Modelle");
  expect(imported.code).toBe(0);
  expect(readdirSync(folder).toSorted()).toEqual([
    "README.md",
    "amtsprobe.yaml",
    "faelle.yaml",
    "prompts",
    "suite.yaml",
  ]);
  expect((await runCommandLine("check", [folder])).code).toBe(0);
  const taken = await runCommandLine("promptfoo", words);
  expect([taken.code, taken.stderr]).toEqual([2, expect.stringContaining("nicht leer")]);
});

test("nothing is written when a part has no counterpart", { timeout: slow }, async () => {
  const folder = join(temporaryFolder(), "programme");
  const words = ["import", fixture("programme"), "--out", folder];
  const refused = await runCommandLine("promptfoo", words);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("nur mit --allow-code");
  expect(existsSync(folder)).toBe(false);
  const allowed = await runCommandLine("promptfoo", [...words, "--allow-code", "--json"]);
  expect(allowed.code).toBe(0);
  expect(allowed.stderr).toContain("Prompt aus dem Programm file://prompt.mjs");
  expect(JSON.parse(allowed.stdout)).toMatchObject({ cases: 1, variants: 1, models: 1, folder });
  expect(readFileSync(join(folder, "faelle.yaml"), "utf8")).toContain("STANDESAMT");
});

test.each([
  [[], "genau eine Konfiguration"],
  [["a.yaml", "b.yaml", "--out", "x"], "genau eine Konfiguration"],
  [["a.yaml"], "--out"],
  [["a.js", "--out", "x"], "YAML oder JSON"],
  [["fehlt.yaml", "--out", "x"], "gibt es nicht"],
  [["a.yaml", "--aut", "x"], "--aut"],
])("wrong use is said: %j", { timeout: slow }, async (words, problem) => {
  const { code, stderr } = await runCommandLine("promptfoo", ["import", ...words]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(problem)]);
});

test("help", { timeout: slow }, async () => {
  const { code, stdout } = await runCommandLine("promptfoo", ["import", "--help"]);
  expect([code, stdout]).toEqual([0, expect.stringContaining("--allow-code")]);
});
