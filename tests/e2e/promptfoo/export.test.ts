import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readVerdicts } from "../../../analysis/read-verdicts.ts";
import { placeOfMark, type TestMark } from "../../../bridges/promptfoo/export/exported.ts";
import { renderPrompt } from "../../../engine/prompt.ts";
import { readRun } from "../../../engine/read-run.ts";
import { loadSuites, shippedSuites } from "../../../scripts/load-suites.ts";
import { writeFabricatedRun } from "../../helpers/fabricated-run.ts";
import { beginWatch } from "../../helpers/quiet-run.ts";
import { runCommandLine } from "../../helpers/run-command.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

/** A row of promptfoo's result, as far as it is read here. */
interface Row {
  readonly success: boolean;
  /** 2: an error, not a failure. */
  readonly failureReason: number;
  readonly prompt: { readonly raw: string; readonly label: string };
  readonly provider: { readonly label: string };
  readonly testCase: { readonly metadata: { readonly amtsprobe: TestMark } };
}

async function promptfooIn(folder: string, words: readonly string[]) {
  const watch = beginWatch();
  const environment = { ...watch.environment, INIT_CWD: folder };
  const done = await runCommandLine("promptfoo", words, { environment });
  expect(watch.outside()).toEqual([]);
  return done;
}

function rowsOf(file: string): readonly Row[] {
  const written = JSON.parse(readFileSync(file, "utf8")) as {
    results: { results: readonly Row[] };
  };
  return written.results.results;
}

function keyOf(row: Row): string {
  const { amtsprobe } = row.testCase.metadata;
  const { suite, id } = placeOfMark(amtsprobe);
  return `${suite}/${id}/${amtsprobe.input}/${row.prompt.label}/${row.provider.label}`;
}

function statusOf({ success, failureReason }: Row): string {
  if (failureReason === 2) return "not-measured";
  return success ? "passed" : "failed";
}

test("promptfoo's own command line gives every case of every suite the verdict of the run", async () => {
  const folder = temporaryFolder();
  const run = join(folder, "lauf");
  const suites = loadSuites(shippedSuites());
  writeFabricatedRun(run, suites);
  const exported = await promptfooIn(folder, ["export", "--run", run, "--out", "alle.yaml"]);
  expect(exported).toMatchObject({ code: 0, stderr: "" });
  const words = ["eval", "-c", "alle.yaml", "-o", "alle.json", "--no-table", "--no-write"];
  const done = await promptfooIn(folder, ["run", ...words]);
  expect([done.code, done.stderr]).toEqual([1, ""]);
  const expected = readVerdicts(await readRun(run)).map((trial) => {
    const { suite, case: id, input, variant, model, verdict } = trial;
    return [`${suite}/${id}/${input}/${suite}/${variant}/${model}`, verdict.status];
  });
  const got = rowsOf(join(folder, "alle.json")).map((row) => [keyOf(row), statusOf(row)]);
  expect(got).toHaveLength(expected.length);
  expect(Object.fromEntries(got)).toEqual(Object.fromEntries(expected));
  const kinds = new Set(expected.map(([, status]) => status));
  expect(kinds).toEqual(new Set(["failed", "not-measured", "passed"]));
}, 300_000);

test("without a run a model answers, and gets to see the very prompts of the suite", async () => {
  const folder = temporaryFolder();
  const words = ["--suite", "faq-erstellung,uebersetzung", "--model", "baseline:copy"];
  const exported = await promptfooIn(folder, ["export", ...words, "--out", "neu.yaml", "--json"]);
  expect(JSON.parse(exported.stdout)).toEqual({
    suites: 2,
    tests: 20,
    providers: 1,
    files: ["neu.yaml", "neu.amtsprobe.json", "neu.grader.mjs", "neu.provider.mjs"],
  });
  await promptfooIn(folder, ["run", "eval", "-c", "neu.yaml", "-o", "neu.json", "--no-table"]);
  const rows = rowsOf(join(folder, "neu.json"));
  expect(rows).toHaveLength(80);
  const suites = new Map(
    loadSuites(["faq-erstellung", "uebersetzung"]).map((one) => [one.name, one]),
  );
  for (const row of rows) {
    const { suite, id } = placeOfMark(row.testCase.metadata.amtsprobe);
    const own = suites.get(suite);
    const graded = own?.cases.find((one) => one.id === id);
    const template = own?.prompts[row.prompt.label.slice(suite.length + 1)];
    if (graded === undefined || template === undefined) throw new RangeError(row.prompt.label);
    expect(row.prompt.raw).toBe(renderPrompt(template, graded, "raw")[0]?.content);
    expect(statusOf(row)).toBe("failed");
  }
}, 120_000);
