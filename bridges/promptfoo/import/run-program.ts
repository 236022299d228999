import { execFile } from "node:child_process";
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Refusal } from "./refusal.ts";
import type { ImportSession } from "./session.ts";

/** How long a Python program may take, in milliseconds. */
const longestRun = 60_000;

/** Loads a Python file, calls one of its functions and prints what it gives as JSON. */
const pythonCaller = [
  "import importlib.util, json, sys, os",
  "path, name = sys.argv[1:3]",
  "sys.path.insert(0, os.path.dirname(path))",
  "spec = importlib.util.spec_from_file_location('program', path)",
  "module = importlib.util.module_from_spec(spec)",
  "spec.loader.exec_module(module)",
  "print('\\n' + json.dumps(getattr(module, name)(*json.loads(sys.argv[3]))))",
].join("\n");

/** What a program gave, or a German reason why it gave nothing. */
export type ProgramResult = { readonly value: unknown } | { readonly reason: string };

/**
 * Runs a function of a program of the configuration: `file://tests.js`, `prompts.py:build`. Call it only
 * when the person has allowed code. `fallback` is the Python function that promptfoo takes when none is
 * named; of JavaScript it is the default export.
 */
export async function runProgram(
  session: ImportSession,
  reference: string,
  { fallback, args }: { readonly fallback: string; readonly args: readonly unknown[] },
): Promise<ProgramResult> {
  const [path, name] = splitName(reference);
  try {
    const file = session.folder.resolve(path);
    if (!session.folder.exists(file)) return { reason: `die Datei „${path}“ gibt es nicht` };
    if (extname(file) === ".py") return { value: await callPython(file, name ?? fallback, args) };
    if (extname(file) === ".rb") return { reason: "Ruby führt der Import nicht aus" };
    return { value: await callJavascript(file, name, args) };
  } catch (cause) {
    if (cause instanceof Refusal) return { reason: cause.message };
    return { reason: `das Programm „${path}“ ist gescheitert: ${saidBy(cause)}` };
  }
}

/** Tests that a program makes. */
export async function runTestProgram(
  session: ImportSession,
  reference: string,
  config: unknown,
): Promise<{ readonly tests: unknown } | { readonly reason: string }> {
  const args = config === undefined ? [] : [config];
  const result = await runProgram(session, reference, { fallback: "generate_tests", args });
  if ("reason" in result) return result;
  if (Array.isArray(result.value)) return { tests: result.value };
  return { reason: `das Programm „${reference}“ gibt keine Liste von Tests` };
}

/** `file://x.py:name` → `x.py`, `name`. */
function splitName(reference: string): [string, string | undefined] {
  const path = reference.replace(/^file:\/\//u, "");
  const [, file = path, name] = /^(.+\.[a-z]+):([\w$.]+)$/iu.exec(path) ?? [];
  return [file, name];
}

/** Loads what a JavaScript file exports, without calling it. Call it only when code is allowed. */
export async function loadProgram(
  session: ImportSession,
  reference: string,
): Promise<ProgramResult> {
  const [path, name] = splitName(reference);
  try {
    return { value: await loadJavascript(session.folder.resolve(path), name) };
  } catch (cause) {
    return { reason: `das Programm „${path}“ lässt sich nicht laden: ${saidBy(cause)}` };
  }
}

async function callJavascript(
  file: string,
  name: string | undefined,
  args: readonly unknown[],
): Promise<unknown> {
  const found = await loadJavascript(file, name);
  if (typeof found !== "function") return found;
  return await (found as (...given: readonly unknown[]) => unknown)(...args);
}

async function loadJavascript(file: string, name: string | undefined): Promise<unknown> {
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const inner = loaded["default"] as { readonly default?: unknown } | undefined;
  const standard = inner?.default ?? inner ?? loaded;
  if (name === undefined) return standard;
  return loaded[name] ?? (inner as Record<string, unknown> | undefined)?.[name];
}

const run = promisify(execFile);

async function callPython(file: string, name: string, args: readonly unknown[]): Promise<unknown> {
  const { stdout } = await run(
    process.env["PROMPTFOO_PYTHON"] ?? "python3",
    ["-c", pythonCaller, file, name, JSON.stringify(args)],
    { timeout: longestRun, maxBuffer: 50 * 1024 * 1024 },
  );
  return JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "null") as unknown;
}

/** The line of an error that says what happened: of Python the last, else the first. */
function saidBy(cause: unknown): string {
  const { stderr = "", message = String(cause) } = cause as { stderr?: string; message?: string };
  const [first = ""] = message.split("\n");
  return stderr.trim() === "" ? first : (stderr.trim().split("\n").at(-1) ?? first);
}
