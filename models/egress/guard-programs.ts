import childProcess from "node:child_process";
import { basename } from "node:path";
import workers from "node:worker_threads";
import { UserError, exitCodes } from "../../core/user-error.ts";
import { writePermits } from "./permits.ts";
import { withoutSecrets } from "./secrets.ts";

/** Variable by which a child process learns what it may reach. */
export const permitsVariable = "EGRESS_PERMITS";

/**
 * Programs that the harness starts itself: Node.js (llama.cpp's probe), pip, what opens a file, and
 * esbuild, by which tsx reads TypeScript.
 */
const knownPrograms: ReadonlySet<string> = new Set([
  "node",
  "node.exe",
  "python3",
  "esbuild",
  "xdg-open",
  "open",
  "explorer.exe",
]);

/** What `--changed-since` asks of Git: read from the disk, never over the line. */
const localGit: ReadonlySet<unknown> = new Set(["rev-parse", "merge-base", "diff", "ls-files"]);

const preload = new URL("child.ts", import.meta.url).href;

interface SpawnOptions {
  readonly file: string;
  envPairs?: string[];
}

/**
 * Puts a check before every child process: only the programs named above are started, none finds a
 * secret among its variables, and Node.js begins with this guard. Worker threads begin with it too.
 */
export function guardPrograms(report: (refusal: UserError) => void): void {
  const { prototype } = childProcess.ChildProcess as unknown as { prototype: object };
  const spawn = Reflect.get(prototype, "spawn") as (options: SpawnOptions) => unknown;
  Reflect.set(prototype, "spawn", function guarded(this: unknown, options: SpawnOptions) {
    check(options.file, report);
    return Reflect.apply(spawn, this, [{ ...options, envPairs: guardedPairs(options) }]);
  });
  for (const name of ["spawnSync", "execSync", "execFileSync"] as const) {
    const original = Reflect.get(childProcess, name) as (...words: unknown[]) => unknown;
    Reflect.set(childProcess, name, (...words: unknown[]) => {
      if (!isLocalGit(words)) check(String(words[0]), report);
      return Reflect.apply(original, childProcess, words);
    });
  }
  workers.Worker = class extends workers.Worker {
    constructor(file: string | URL, options: workers.WorkerOptions = {}) {
      const execArgv = [...(options.execArgv ?? process.execArgv), "--import", preload];
      super(file, { ...options, execArgv, env: { ...workerVariables(options), ...permits() } });
    }
  };
}

/** The variables for a program that is started: no secret, and for Node.js this guard. */
function guardedPairs({ file, envPairs = [] }: SpawnOptions): string[] {
  const entries = envPairs.map((pair) => {
    const at = pair.indexOf("=", 1);
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  const isNode = /^node(?:\.exe)?$/u.test(basename(file));
  const kept: Record<string, string> = withoutSecrets(Object.fromEntries(entries));
  const guard = isNode ? { ...permits(), NODE_OPTIONS: nodeOptions(kept["NODE_OPTIONS"]) } : {};
  const all: Record<string, string> = { ...kept, ...guard };
  return Object.entries(all).map(([name, value]) => `${name}=${value}`);
}

function nodeOptions(given = ""): string {
  return given.includes(preload) ? given : `${given} --import=${preload}`.trim();
}

function permits(): Record<string, string> {
  return { [permitsVariable]: writePermits() };
}

/** A worker has the variables of the process unless it is given others. */
function workerVariables({ env }: workers.WorkerOptions): NodeJS.ProcessEnv {
  return typeof env === "object" ? env : process.env;
}

function isLocalGit([file, words]: readonly unknown[]): boolean {
  return file === "git" && Array.isArray(words) && localGit.has(words[0]);
}

function check(file: string, report: (refusal: UserError) => void): void {
  if (knownPrograms.has(basename(file))) return;
  const refusal = new UserError(`Amtsprobe startet das Programm „${file}“ nicht.`, {
    code: "program-refused",
    exitCode: exitCodes.usage,
    nextStep:
      "Es könnte Verbindungen aufbauen, die niemand sieht. Ist es gewollt, starten Sie den Befehl mit --allow-code.",
  });
  report(refusal);
  throw refusal;
}
