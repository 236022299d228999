import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readVerdicts } from "../../../analysis/read-verdicts.ts";
import { placeOfMark, type TestMark } from "../../../bridges/promptfoo/export/exported.ts";
import type { Suite } from "../../../core/suite.ts";
import { caseHash } from "../../../engine/identity.ts";
import { readRun } from "../../../engine/read-run.ts";
import { loadSuites, shippedSuites } from "../../../scripts/load-suites.ts";
import { runCommandLine } from "../../helpers/run-command.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

async function command(folder: string, name: string, words: readonly string[]) {
  return runCommandLine(name, words, { environment: { INIT_CWD: folder } });
}

interface Row {
  readonly success: boolean;
  readonly prompt: { readonly label: string };
  readonly testCase: { readonly metadata: { readonly amtsprobe: TestMark } };
}

/** What must survive: ids, prompts, graders with their settings, and what the verdicts hang on. */
function essence(suite: Suite) {
  const { name, version, prompts, graders, options, threshold, passAt, cases } = suite;
  const hashes = cases.map((graded) => [graded.id, caseHash(suite, graded)]);
  return { name, version, prompts, graders, options, threshold, passAt, hashes };
}

test("export → import gives every shipped suite back: ids, prompts, asserts", async () => {
  const folder = temporaryFolder();
  const words = ["--suite", shippedSuites().join(","), "--out", "alle.yaml"];
  expect(await command(folder, "promptfoo", ["export", ...words])).toMatchObject({ code: 0 });
  const imported = await command(folder, "promptfoo", ["import", "alle.yaml", "--out", "zurueck"]);
  expect(imported).toMatchObject({ code: 0, stderr: "" });
  for (const suite of loadSuites(shippedSuites())) {
    const [back] = loadSuites([join(folder, "zurueck", suite.name)]);
    expect(back && essence(back)).toEqual(essence(suite));
  }
}, 180_000);

test("… and the verdicts that promptfoo came to are those of a run on what was imported", async () => {
  const folder = temporaryFolder();
  const words = [
    "--suite",
    "uebersetzung",
    "--model",
    "baseline:reference",
    "--variant",
    "trained",
  ];
  await command(folder, "promptfoo", ["export", ...words, "--out", "u.yaml"]);
  await command(folder, "promptfoo", ["run", "eval", "-c", "u.yaml", "-o", "u.json", "--no-table"]);
  await command(folder, "promptfoo", ["import", "u.yaml", "--out", "zurueck"]);
  const asked = ["--suite", "./zurueck", "--model", "baseline:reference", "--out", "lauf"];
  expect(await command(folder, "eval", asked)).toMatchObject({ code: 0 });
  const written = JSON.parse(readFileSync(join(folder, "u.json"), "utf8")) as {
    results: { results: readonly Row[] };
  };
  const theirs = written.results.results.map(({ success, testCase }) => [
    placeOfMark(testCase.metadata.amtsprobe).id,
    success ? "passed" : "failed",
  ]);
  const ours = readVerdicts(await readRun(join(folder, "lauf"))).map((trial) => [
    trial.case,
    trial.verdict.status,
  ]);
  expect(theirs).toHaveLength(10);
  expect(Object.fromEntries(theirs)).toEqual(Object.fromEntries(ours));
}, 180_000);

test("an edited prompt comes along, an edited test is refused", async () => {
  const folder = temporaryFolder();
  const words = ["--suite", "uebersetzung", "--variant", "trained", "--out", "u.yaml"];
  await command(folder, "promptfoo", ["export", ...words]);
  const file = join(folder, "u.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/raw: \|-\n(\s+)/u, "raw: |-\n$1Neu. "));
  await command(folder, "promptfoo", ["import", "u.yaml", "--out", "neu"]);
  expect(loadSuites([join(folder, "neu")])[0]?.prompts["trained"]).toMatch(/^Neu\. /u);
  writeFileSync(file, text.replace("role: must", "role: hint"));
  const refused = await command(folder, "promptfoo", ["import", "u.yaml", "--out", "zwei"]);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("ist assert anders als im Export");
}, 180_000);
