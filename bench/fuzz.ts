import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { programFolder } from "../scripts/folders.ts";

/** What a night of fuzzing came to. */
export interface FuzzResult {
  readonly inputs: number;
  readonly findings: readonly Finding[];
}

interface Finding {
  readonly reader: string;
  readonly input: string;
  readonly problem: string;
}

/** A night of fuzzing. */
export interface FuzzOrder {
  readonly minutes: number;
  readonly seed: number;
  readonly folder: string;
  /** The program that feeds the readers. */
  readonly worker?: string;
  /** Time in milliseconds after which a reader that has not come back counts as hanging. */
  readonly longestRead?: number;
}

const feeder = join(programFolder, "bench", "fuzz", "worker.ts");

/**
 * Feeds every reader with faulty files for so many minutes, in a process of its own. What it stumbles
 * over, never comes back from, or dies of, is put into `folder` by reader; copy it to
 * `tests/fixtures/fuzz-corpus` to have it replayed by the tests.
 */
export async function runFuzz(order: FuzzOrder): Promise<FuzzResult> {
  const { minutes, seed, folder, worker = feeder, longestRead = 30_000 } = order;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // What an earlier night read last says nothing of this one.
  rmSync(join(folder, "current"), { force: true });
  const words = [worker, String(minutes * 60_000), String(seed), folder];
  const child = spawn(process.execPath, ["--import", "tsx", ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close") as Promise<[number | null]>;
  const findings: Finding[] = [];
  let seen = -1;
  const watch = setInterval(() => {
    const now = currentInput(folder);
    if (now === undefined || now.inputs > seen) {
      seen = now?.inputs ?? seen;
      return;
    }
    clearInterval(watch);
    findings.push(keep(folder, now.reader, { input: "hanging", problem: "never came back" }));
    child.kill("SIGKILL");
  }, longestRead);
  let inputs: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Finding & { readonly inputs?: number };
    if (said.inputs === undefined) findings.push(said);
    else {
      inputs = said.inputs;
      clearInterval(watch);
    }
  }
  clearInterval(watch);
  const [code] = await ended;
  const now = currentInput(folder);
  if (inputs === undefined && !findings.some(({ input }) => input === "hanging")) {
    const problem = `the process ended with ${code ?? "a signal"}`;
    findings.push(keep(folder, now?.reader, { input: "deadly", problem }));
  }
  return { inputs: inputs ?? now?.inputs ?? 0, findings };
}

/** Puts the input that was read last where it can be found. */
function keep(
  folder: string,
  reader = "before-the-first",
  { input, problem }: Pick<Finding, "input" | "problem">,
): Finding {
  mkdirSync(join(folder, reader), { recursive: true });
  if (currentInput(folder) !== undefined) {
    copyFileSync(join(folder, "current.bytes"), join(folder, reader, input));
  }
  return { reader, input, problem };
}

function currentInput(folder: string): { reader: string; inputs: number } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "current"), "utf8")) as {
      reader: string;
      inputs: number;
    };
  } catch {
    return undefined;
  }
}
