import { parse } from "csv-parse/sync";
import { extname } from "node:path";
import { isStructured, readStructured } from "./read-structured.ts";
import { Refusal } from "./refusal.ts";
import type { ImportSession } from "./session.ts";

/** Ends of the names of files that are programs. */
const scripts: ReadonlySet<string> = new Set([
  ".js",
  ".mjs",
  ".cjs",
  ".ts",
  ".mts",
  ".cts",
  ".py",
  ".rb",
]);

/** A reference to a program: `file://x.js`, `file://x.py:name`. */
export function isScriptReference(text: string): boolean {
  const path = text.replace(/^file:\/\//u, "");
  return scripts.has(extname(path.replace(/:[^:/\\]*$/u, "")).toLowerCase());
}

/** Does a pattern name several files? */
export function isPattern(text: string): boolean {
  return /[*?[\]{}]/u.test(text);
}

/** What is at a `file://`: data of YAML, JSON and CSV files, the text of others. Paths begin at the root. */
export function loadReference(session: ImportSession, reference: string): unknown {
  const files = session.folder.glob(reference);
  if (files.length === 0) throw new Refusal(`zu „${reference}“ gibt es keine Datei`);
  if (!isPattern(reference)) return loadFile(session, files[0] ?? "");
  return files.flatMap((file) => loadFile(session, file) ?? []);
}

function loadFile(session: ImportSession, file: string): unknown {
  if (isStructured(file)) return readStructured(session, file);
  const text = session.folder.readText(file);
  return extname(file) === ".csv" ? rowsOf(text) : text;
}

function rowsOf(text: string): unknown {
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  const isSingle = Object.keys(rows[0] ?? {}).length === 1;
  return isSingle ? rows.map((row) => Object.values(row)[0]) : rows;
}

/**
 * Puts the contents of files in place of every `file://` of a value that was itself read from a file, as
 * promptfoo does: programs stay references where an assertion names them, patterns where `vars` do.
 */
export function loadReferences(
  session: ImportSession,
  value: unknown,
  role: Role = "other",
): unknown {
  if (typeof value === "string") {
    if (!value.startsWith("file://")) return value;
    const stays = isScriptReference(value) || (role === "vars" && isPattern(value));
    return stays ? value : loadReference(session, value);
  }
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => loadReferences(session, item, role));
    return session.places.derive(items, value);
  }
  const parts = Object.entries(value).map(([key, part]) => [
    key,
    loadReferences(session, part, key === "vars" ? "vars" : role),
  ]);
  return session.places.derive(Object.fromEntries(parts) as object, value);
}

type Role = "vars" | "other";
