import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { parseOptions } from "../options.ts";
import { printLine } from "../print.ts";
import { runStep } from "./run-step.ts";
import { steps } from "./steps.ts";

const help = `npm test

Prüft alles, was gelten muss: Format, Stil, Typen, Grenzen, toter Code,
Rechtschreibung, Doku, Suiten und Tests.
Endet mit einer Zeile „N passed, N failed“.

Ende: 0 alles gilt · 1 etwas gilt nicht`;

/** `npm test`: every step runs, whatever the ones before it said. */
export async function main(words: string[]): Promise<ExitCode> {
  const options = { help: { type: "boolean", short: "h" } } as const;
  if (parseOptions(words, options, "test").values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const { title, command } of steps) {
    const begin = performance.now();
    const { code, output } = await runStep(command);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    printLine(`${code === 0 ? "✓" : "✗"} ${title} (${seconds} s)`);
    if (code === 0) count.passed += 1;
    else count.failed += 1;
    if (code !== 0) printLine(indent(output));
  }
  const tests = await runTests();
  const skipped = count.skipped + tests.skipped;
  printLine(
    `${count.passed + tests.passed} passed, ${count.failed + tests.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
  );
  return count.failed + tests.failed === 0 ? exitCodes.done : exitCodes.no;
}

interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs the unit tests; each counts by itself. A run that breaks off counts as one failure. */
async function runTests(): Promise<TestCount> {
  const folder = mkdtempSync(join(tmpdir(), "amtsprobe-test-"));
  const file = join(folder, "tests.json");
  try {
    const begin = performance.now();
    const { code, output } = await runStep([
      "vitest",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ]);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    printLine(`${code === 0 ? "✓" : "✗"} Tests (${seconds} s)`);
    if (code !== 0) printLine(indent(output));
    const result = JSON.parse(readFileSync(file, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numFailedTestSuites: number;
    };
    const failed = Math.max(result.numFailedTests, code === 0 ? 0 : 1);
    return { passed: result.numPassedTests, failed, skipped: result.numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function indent(text: string): string {
  return text.replaceAll(/^/gmu, "    ");
}
