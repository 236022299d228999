import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { ExitCode } from "../../../core/user-error.ts";
import { printLine } from "../../print.ts";
import { handOverKeys, handOverOptions } from "../../../models/egress/hand-over.ts";
import { noteSecret } from "../../../models/egress/secrets.ts";
import { planted } from "./planted.ts";

/** Ways in which a process ends badly, or speaks past the usual ways, while it holds a secret. */
const ends: Readonly<Record<string, () => Promise<unknown>>> = {
  throw: async () => {
    throw troubled();
  },
  later: async () => {
    process.nextTick(() => {
      throw troubled();
    });
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
  "report with an error": async () => {
    process.report.writeReport(troubled());
    printLine(JSON.stringify(process.report.getReport(troubled())));
    return Promise.resolve();
  },
  warning: async () => {
    process.emitWarning(troubled());
    return setTimeout(50);
  },
  bytes: async () => {
    for (const { value } of planted) {
      process.stdout.write(Buffer.from(`${value}\n`));
      process.stderr.write(new Uint8Array(Buffer.from(`${value}\n`)));
    }
    return Promise.resolve();
  },
  pieces: async () => {
    const both = planted.map(({ value }) => `${value} ${Buffer.from(value).toString("base64")}\n`);
    for (const sign of both.join("")) process.stdout.write(sign);
    for (const byte of Buffer.from(both.join(""))) process.stderr.write(Buffer.from([byte]));
    process.stdout.end(both.join(""));
    return Promise.resolve();
  },
  thread: async () => {
    const code = `console.log(process.env); console.error(...${JSON.stringify(planted)}); throw new Error(${JSON.stringify(planted[0]?.value)})`;
    return once(new Worker(code, { eval: true }), "exit");
  },
  "thread that nobody listens to": async () => {
    const code = `process.emitWarning(${JSON.stringify(planted[0]?.value)}); Promise.reject(new Error(${JSON.stringify(planted[0]?.value)}))`;
    const worker = new Worker(code, { eval: true });
    worker.on("error", () => {});
    return once(worker, "exit");
  },
  "promptfoo's process": async () => {
    const code =
      "console.log(process.env, require('fs').readFileSync('/proc/self/environ', 'utf8')); process.stderr.write(JSON.stringify(process.env)); null.x";
    const { stdio, environment } = handOverOptions("inherit");
    const env = { ...process.env, ...environment };
    const child = spawn(process.execPath, ["-e", code], { env, stdio });
    handOverKeys(child, { ...process.env, ...variables() });
    return once(child, "close");
  },
  debugging: async () => {
    const [key] = planted.map(({ value }) => value);
    const request = http.get("http://127.0.0.1:1", { headers: { authorization: `Bearer ${key}` } });
    return once(request, "error");
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

export const waysToEnd = Object.keys(ends);

function variables(): Record<string, string> {
  return Object.fromEntries(
    planted.flatMap(({ variable, value }) => (variable === undefined ? [] : [[variable, value]])),
  );
}

/** Ends as its word says; started by the search for planted keys. */
export async function main([how = ""]: string[]): Promise<ExitCode> {
  for (const { value } of planted) noteSecret(value);
  await ends[how]?.();
  return 0;
}

/** An error as libraries make them: the request with its headers hangs on it. */
function troubled(): Error {
  const [key] = planted.map(({ value }) => value);
  const request = { headers: { authorization: `Bearer ${key}` } };
  return Object.assign(new Error(`401 for key ${key}`), { request });
}
