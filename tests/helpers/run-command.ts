import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programFolder } from "../../scripts/folders.ts";

/** How a command ended and what it wrote. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that is under way. */
export interface RunningCommand {
  readonly child: ChildProcess;
  readonly result: Promise<CommandResult>;
}

/** Starts a command of the program as `npm run` would, in a process and with a cache of its own. */
export function startCommand(
  name: string,
  words: readonly string[],
  options: { readonly input?: string; readonly environment?: Record<string, string> } = {},
): RunningCommand {
  // Answers of another test, whose server had the same port, must not be found.
  const cache = mkdtempSync(join(tmpdir(), "amtsprobe-cache-"));
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(programFolder, "scripts", `${name}.ts`), ...words],
    {
      cwd: programFolder,
      env: {
        ...process.env,
        NO_COLOR: "1",
        AMTSPROBE_CACHE: cache,
        INIT_CWD: programFolder,
        ...options.environment,
      },
      stdio: ["pipe", "pipe", "pipe"],
    },
  );
  child.stdin.end(options.input ?? "");
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const result = new Promise<CommandResult>((resolve) => {
    child.on("close", (code) => {
      rmSync(cache, { recursive: true, force: true });
      resolve({ code, stdout, stderr });
    });
  });
  return { child, result };
}

/** Runs a command to its end. */
export async function runCommandLine(
  name: string,
  words: readonly string[],
  options: { readonly input?: string; readonly environment?: Record<string, string> } = {},
): Promise<CommandResult> {
  return startCommand(name, words, options).result;
}
