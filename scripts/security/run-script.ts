import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { programFolder } from "../folders.ts";

/** A command of the program and how it is started. */
export interface ScriptOrder {
  /** The script's name and the words after it, e.g. `["eval", "--json"]`. */
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Options of Node.js before the script. */
  readonly nodeWords?: readonly string[];
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
  const { words, environment = {}, nodeWords = [], onStart } = order;
  const [name = "", ...rest] = words;
  const script = join(programFolder, "scripts", `${name}.ts`);
  const child = spawn(process.execPath, [...nodeWords, "--import", "tsx", script, ...rest], {
    cwd: programFolder,
    env: { ...process.env, NO_COLOR: "1", INIT_CWD: programFolder, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.pid !== undefined) onStart?.(child.pid);
  const outputs = [text(child.stdout), text(child.stderr)];
  const [code] = (await once(child, "close")) as [number | null];
  const [stdout = "", stderr = ""] = await Promise.all(outputs);
  return { code, stdout, stderr };
}
