import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { inFolder } from "./engine/compare.ts";
import { nodeFlags } from "./engine/harnesses.ts";
import { programPath, runMeasured } from "./engine/processes.ts";
import { inputOf } from "./engine/workload.ts";

/** What became of a run against a server that fails now and then. */
export interface FaultRun {
  /** Exit code of `npm run eval`. */
  readonly code: number | null;
  /** Its summary, German. */
  readonly summary: string;
  readonly stderr: string;
  /** Requests that the server got. */
  readonly requests: number;
  /** How often the server did which fault. */
  readonly faults: Readonly<Record<string, number>>;
}

const suite = `schemaVersion: 1
name: bench
version: 1.0.0
title: Vergleich
graders: { must: [facts] }
variants: { untrained-kurz: prompts/a.md, trained: prompts/b.md }
`;

/** Trials that one case gives: two variants. */
const variants = 2;
/** Different cases at the most; beyond, each is asked several times. */
const mostCases = 500;

/**
 * Runs so many trials with the program of `npm run eval` against a server that does one of thirteen
 * faults on every twentieth request.
 */
export async function runAgainstFaults(trials: number): Promise<FaultRun> {
  const server = spawn(process.execPath, [programPath("faulty-server.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: server.stdout });
  try {
    const [first] = (await once(lines, "line")) as [string];
    const run = await inFolder(async (folder) =>
      evaluate(folder, first.replace("address ", ""), trials),
    );
    const report = once(lines, "line") as Promise<[string]>;
    server.stdin.end();
    const [said] = await report;
    return { ...run, ...(JSON.parse(said) as Pick<FaultRun, "requests" | "faults">) };
  } finally {
    server.kill();
  }
}

async function evaluate(folder: string, address: string, trials: number) {
  const cases = Math.min(mostCases, trials / variants);
  const attempts = trials / variants / cases;
  const words = ["scripts/eval.mjs", "--config", writeRun(folder, address, cases), "--no-cache"];
  const where = ["--attempts", String(attempts), "--out", join(folder, "lauf")];
  const program = [process.execPath, ...nodeFlags, ...words, ...where];
  const { code, stdout, stderr } = await runMeasured({ words: program });
  return { code, summary: stdout, stderr };
}

/** Writes a suite with so many cases and a configuration for the stub; gives the path of the latter. */
export function writeRun(folder: string, address: string, cases: number): string {
  const place = join(folder, "bench");
  mkdirSync(join(place, "prompts"), { recursive: true });
  writeFileSync(join(place, "suite.yaml"), suite);
  writeFileSync(join(place, "prompts", "a.md"), "{{question}} {{text}}");
  writeFileSync(join(place, "prompts", "b.md"), "Antworte genau. {{question}} Text: {{text}}");
  const rows = Array.from({ length: cases }, (_, index) => ({
    id: `fall-${index}`,
    input: inputOf(index),
    expected: { facts: ["37 Euro"] },
    reference: "Der Ausweis kostet 37 Euro.",
    source: "erfunden",
    asOf: "2026-01-01",
  }));
  // JSON is YAML.
  writeFileSync(join(place, "faelle.yaml"), JSON.stringify(rows));
  const model = { id: "compatible:stub", baseURL: address, model: "stub" };
  const config = join(folder, "amtsprobe.yaml");
  writeFileSync(config, JSON.stringify({ schemaVersion: 1, suites: [place], models: [model] }));
  return config;
}
