import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { programFolder } from "../scripts/folders.ts";

/** What a night of fuzzing came to. */
export interface FuzzResult {
  readonly inputs: number;
  readonly findings: readonly {
    readonly reader: string;
    readonly input: string;
    readonly problem: string;
  }[];
}

/** Time in milliseconds after which a reader that has not come back counts as hanging. */
const longestRead = 30_000;

/**
 * Feeds every reader with faulty files for so many minutes, in a process of its own. What it stumbles
 * over, or never comes back from, is put into `folder` by reader; copy it to
 * `tests/fixtures/fuzz-corpus` to have it replayed by the tests.
 */
export async function runFuzz(minutes: number, seed: number, folder: string): Promise<FuzzResult> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const words = [
    join(programFolder, "bench", "fuzz", "worker.ts"),
    String(minutes * 60_000),
    String(seed),
    folder,
  ];
  const child = spawn(process.execPath, ["--import", "tsx", ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const findings: { reader: string; input: string; problem: string }[] = [];
  let inputs = 0;
  const watch = setInterval(() => {
    const now = currentInput(folder);
    if (now === undefined || now.inputs > inputs) {
      inputs = now?.inputs ?? inputs;
      return;
    }
    mkdirSync(join(folder, now.reader), { recursive: true });
    copyFileSync(join(folder, "current.bytes"), join(folder, now.reader, "hanging"));
    findings.push({ reader: now.reader, input: "hanging", problem: "never came back" });
    child.kill("SIGKILL");
  }, longestRead);
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as {
      inputs?: number;
      reader: string;
      input: string;
      problem: string;
    };
    if (said.inputs === undefined) findings.push(said);
    else inputs = said.inputs;
  }
  clearInterval(watch);
  return { inputs, findings };
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
