import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { programFolder } from "../../scripts/folders.ts";

/** What a program took, with all processes it started. */
export interface Measured {
  readonly code: number | null;
  /** Milliseconds of processor time, user and system, of the whole process tree. */
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program to run: words of its command line and what its environment has on top. */
export interface Program {
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** The path of a program of this benchmark. */
export function programPath(name: string): string {
  return join(programFolder, "bench", "engine", name);
}

/**
 * Runs a program to its end. The shell's `times` (POSIX) gives the processor time of everything that
 * was started and waited for, to a hundredth of a second.
 */
export async function runMeasured({ words, environment = {} }: Program): Promise<Measured> {
  const begin = performance.now();
  const script = '"$@"; code=$?; times >&3; exit $code';
  const child = spawn("sh", ["-c", script, "sh", ...words], {
    cwd: programFolder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [, out, err, clock] = child.stdio;
  const texts = [out, err, clock].map(async (stream) => text(stream as NodeJS.ReadableStream));
  const [code] = (await once(child, "close")) as [number | null];
  const [stdout = "", stderr = "", times = ""] = await Promise.all(texts);
  return { code, cpuMs: childTime(times), wallMs: performance.now() - begin, stdout, stderr };
}

/** The second line of `times`: user and system time of the children, as `0m1.23s`. */
function childTime(times: string): number {
  const children = times.trim().split("\n")[1] ?? "";
  return [...children.matchAll(/(?<minutes>\d+)m(?<seconds>[\d.]+)s/gu)].reduce(
    (sum, { groups = {} }) =>
      sum + (Number(groups["minutes"]) * 60 + Number(groups["seconds"])) * 1000,
    0,
  );
}

/** The stub server in a process of its own. */
export interface StubServer {
  readonly address: string;
  /** From now on: the time of the next question, in milliseconds since 1970. */
  readonly watch: () => Promise<{ readonly first: Promise<number> }>;
  readonly stop: () => void;
}

/** Starts the stub server. */
export async function startStubServer(): Promise<StubServer> {
  const child: ChildProcess = spawn(process.execPath, [programPath("stub-server.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error("the stub server has no output");
  const lines = createInterface({ input: child.stdout });
  const [first] = (await once(lines, "line")) as [string];
  const address = first.replace("address ", "");
  return {
    address,
    watch: async () => {
      await (await fetch(`${address}/again`)).text();
      const line = once(lines, "line") as Promise<[string]>;
      return { first: line.then(([said]) => Number(said.replace("first ", ""))) };
    },
    stop: () => child.stdin?.end(),
  };
}
