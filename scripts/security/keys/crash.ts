import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { ExitCode } from "../../../core/user-error.ts";
import { readEnvironment } from "../../environment.ts";
import { printLine } from "../../print.ts";
import { noteSecret } from "../../../models/egress/secrets.ts";
import { planted } from "./planted.ts";

/** Ways in which a process ends badly while it holds a secret. */
const ends: Readonly<Record<string, () => Promise<void>>> = {
  throw: async () => {
    throw troubled();
  },
  later: async () => {
    setTimeout(() => {
      throw troubled();
    }, 1);
    return new Promise(() => {});
  },
  rejected: async () => {
    void Promise.reject(troubled());
    return new Promise(() => setInterval(() => {}, 1000));
  },
  report: async () => {
    process.report.writeReport();
    return Promise.resolve();
  },
  memory: async () => {
    const all: string[][] = [];
    for (;;) all.push(Array.from({ length: 100_000 }, (_, at) => `${at}`));
  },
  child: async () => {
    const code =
      "console.log(process.argv, process.env, require('fs').readFileSync('/proc/self/environ', 'utf8'))";
    const child = spawn(process.execPath, ["-e", code]);
    const [said] = await Promise.all([text(child.stdout), once(child, "close")]);
    printLine(said);
  },
};

/** Ends as its word says; started by the search for planted keys. */
export async function main([how = ""]: string[]): Promise<ExitCode> {
  const environment = readEnvironment();
  for (const { variable } of planted) noteSecret(environment[variable ?? ""]);
  await ends[how]?.();
  return 0;
}

/** An error as libraries make them: the request with its headers hangs on it. */
function troubled(): Error {
  const [key] = planted.map(({ value }) => value);
  const request = { headers: { authorization: `Bearer ${key}` } };
  return Object.assign(new Error(`401 for key ${key}`), { request });
}
