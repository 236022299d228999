import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { programFolder } from "../folders.ts";
import { wrongUse } from "../options.ts";
import { printError, printLine } from "../print.ts";
import { runStep } from "../test/run-step.ts";
import { figuresVariable } from "./figures.ts";
import { readPromises, type SecurityPromise } from "./promises.ts";

/** How one test file ended. */
interface FileResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Runs the tests behind the promises, or behind those with the given names, and prints promise, test
 * and result. Says no when one test failed or none ran.
 */
export async function checkSecurity(names: readonly string[], asJson: boolean): Promise<ExitCode> {
  const promises = choose(readPromises(), names);
  const files = [...new Set(promises.flatMap(({ tests }) => tests))];
  printError(`${files.length} Testdateien laufen; das dauert einige Minuten.`);
  const { results, figures } = await runTests(files);
  const rows = promises.map((one) => ({ ...one, ...sumOf(one, results) }));
  if (asJson) printLine(JSON.stringify({ promises: rows, figures }));
  else {
    for (const row of rows) printLine(describe(row));
    for (const figure of figures) printLine(`  ${figure}`);
  }
  const held = rows.filter(isHeld).length;
  if (!asJson) printLine(`${held} von ${rows.length} Zusagen gelten.`);
  return held === rows.length ? exitCodes.done : exitCodes.no;
}

function choose(all: readonly SecurityPromise[], names: readonly string[]): SecurityPromise[] {
  const known = all.flatMap(({ name }) => name ?? []);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const list = known.join(", ");
    throw wrongUse(`Den Beweis „${unknown}“ gibt es nicht; möglich sind ${list}.`, "check");
  }
  return all.filter(({ name = "" }) => names.length === 0 || names.includes(name));
}

async function runTests(files: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "amtsprobe-security-"));
  const [report, notes] = [join(folder, "tests.json"), join(folder, "figures.txt")];
  try {
    await runStep(
      ["vitest", "run", "--reporter=json", `--outputFile=${report}`, "--maxWorkers=1", ...files],
      { [figuresVariable]: notes },
    );
    const { testResults } = JSON.parse(readFileSync(report, "utf8")) as TestReport;
    const results = new Map(
      testResults.map(({ name, assertionResults }) => [
        relative(programFolder, name).replaceAll("\\", "/"),
        countOf(assertionResults.map(({ status }) => status)),
      ]),
    );
    const figures = existsSync(notes) ? readFileSync(notes, "utf8").trim().split("\n") : [];
    return { results, figures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countOf(statuses: readonly string[]): FileResult {
  const count = (status: string): number => statuses.filter((one) => one === status).length;
  const [passed, failed] = [count("passed"), count("failed")];
  return { passed, failed, skipped: statuses.length - passed - failed };
}

/** A file that did not run, or ran no test, counts as a failure. */
function sumOf({ tests }: SecurityPromise, results: ReadonlyMap<string, FileResult>): FileResult {
  const each = tests.map((file) => {
    const found = results.get(file) ?? { passed: 0, failed: 1, skipped: 0 };
    return found.passed + found.failed === 0 ? { ...found, failed: 1 } : found;
  });
  return {
    passed: each.reduce((sum, { passed }) => sum + passed, 0),
    failed: each.reduce((sum, { failed }) => sum + failed, 0),
    skipped: each.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}

function isHeld({ failed }: FileResult): boolean {
  return failed === 0;
}

function describe(row: SecurityPromise & FileResult): string {
  const { promise, tests, passed, failed, skipped } = row;
  const counted = `${passed} bestanden, ${failed} gescheitert${skipped > 0 ? `, ${skipped} übersprungen` : ""}`;
  return `${failed === 0 ? "✓" : "✗"} ${promise}\n    ${tests.join(", ")}: ${counted}`;
}
