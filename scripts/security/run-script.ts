import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { programFolder } from "../folders.ts";

/** A command of the program and how it is started. */
export interface ScriptOrder {
  /** The script's name and the words after it, e.g. `["eval", "--json"]`. */
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Options of Node.js before the script. */
  readonly nodeWords?: readonly string[];
  readonly input?: string | undefined;
  /** It serves at this address until it is ended; it is, as soon as it has answered there. */
  readonly servesAt?: string | undefined;
  /** Told the process, as soon as it runs. */
  readonly onStart?: (pid: number) => void;
}

/** How a command ended and what it wrote. */
export interface ScriptResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the program in a process of its own, to its end. */
export async function runScript(order: ScriptOrder): Promise<ScriptResult> {
  const { words, environment = {}, nodeWords = [], onStart, input = "", servesAt } = order;
  const [name = "", ...rest] = words;
  const script = join(programFolder, "scripts", `${name}.ts`);
  const child = spawn(process.execPath, [...nodeWords, "--import", "tsx", script, ...rest], {
    cwd: programFolder,
    env: { ...process.env, NO_COLOR: "1", INIT_CWD: programFolder, ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(input);
  if (child.pid !== undefined) onStart?.(child.pid);
  const outputs = [text(child.stdout), text(child.stderr)];
  const ended = once(child, "close") as Promise<[number | null]>;
  if (servesAt !== undefined) await endWhenItAnswers(child, servesAt);
  const [code] = await ended;
  const [stdout = "", stderr = ""] = await Promise.all(outputs);
  return { code, stdout, stderr };
}

async function endWhenItAnswers(child: ChildProcess, address: string): Promise<void> {
  while (child.exitCode === null && !(await answers(address))) await setTimeout(100);
  child.kill("SIGTERM");
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
