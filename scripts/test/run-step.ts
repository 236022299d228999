import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { programFolder } from "../folders.ts";

/** How a program ended and all it wrote. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of node_modules/.bin in the program's folder and collects what it writes. */
export async function runStep(
  command: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const [program, ...words] = command;
  const bin = join(programFolder, "node_modules", ".bin");
  const path = `${bin}${delimiter}${process.env["PATH"] ?? ""}`;
  const child = spawn(join(bin, program), words, {
    cwd: programFolder,
    env: { ...process.env, ...environment, PATH: path, FORCE_COLOR: "0", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on("error", (cause) => resolve({ code: 1, output: cause.message }));
    child.on("close", (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8").trim() });
    });
  });
}
