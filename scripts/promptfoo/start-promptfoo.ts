import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { handOverKeys, handOverOptions } from "../../models/egress/hand-over.ts";
import { withoutTraces } from "../../models/egress/secrets.ts";
import { programFolder } from "../folders.ts";
import { noteConfiguredKeys } from "./note-keys.ts";

/** How promptfoo's own command line is started. */
export interface PromptfooStart {
  readonly words: readonly string[];
  /** Where it works. */
  readonly folder: string;
  /** Where its settings, log and database go. */
  readonly settings: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly output: "inherit" | "pipe";
}

/**
 * Starts promptfoo's own command line in a process of its own, where it keeps quiet and listens on
 * loopback only.
 */
export function startPromptfoo(start: PromptfooStart): ChildProcess {
  const { words, folder, settings, environment, output } = start;
  const preload = join(programFolder, "bridges", "promptfoo", "quiet-preload.ts");
  const main = createRequire(import.meta.url).resolve("promptfoo");
  const entry = join(dirname(main), "entrypoint.js");
  // The models are opened in there, so the keys are needed there.
  noteConfiguredKeys();
  const handOver = handOverOptions(output);
  const told = { ...process.env, ...environment, PROMPTFOO_CONFIG_DIR: settings };
  const child = spawn(
    process.execPath,
    ["--import", pathToFileURL(preload).href, entry, ...words],
    {
      cwd: folder,
      env: { ...withoutTraces(told), ...handOver.environment },
      stdio: handOver.stdio,
    },
  );
  handOverKeys(child, told);
  return child;
}

/** Resolves with the code with which a process ended; one that was killed counts as failed. */
export async function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
