import { CsvError, parse } from "csv-parse/sync";
import { dirname, extname } from "node:path";
import { isScriptReference, loadReferences } from "./load-references.ts";
import { isGroup, type RawTest } from "./raw-config.ts";
import { readTest, type TestsPlace } from "./read-test.ts";
import { readStructured } from "./read-structured.ts";
import { Refusal } from "./refusal.ts";
import { runTestProgram } from "./run-program.ts";
import type { ImportSession } from "./session.ts";
import { isRemote, withoutScheme } from "./source-folder.ts";
import { readTableTest, type Row } from "./table-test.ts";

/**
 * Reads `tests`: a list with tests and names of files, one name, or `{ path }`. Files may be YAML, JSON,
 * JSONL, CSV, patterns of them, and programs (only where code may run).
 */
export async function readTests(
  session: ImportSession,
  tests: unknown,
  { holder, key }: TestsPlace,
): Promise<RawTest[]> {
  if (tests === undefined || tests === null) return [];
  if (typeof tests === "string") return readNamed(session, tests, { holder, key });
  if (Array.isArray(tests)) {
    const read: RawTest[] = [];
    for (const [index, entry] of tests.entries()) {
      read.push(...(await readEntry(session, entry, { holder: tests, key: index })));
    }
    return read;
  }
  if (isGroup(tests) && typeof tests["path"] === "string") {
    return readEntry(session, tests, { holder, key });
  }
  session.refuse(holder, key, "tests muss eine Liste oder der Name einer Datei sein");
  return [];
}

async function readEntry(
  session: ImportSession,
  entry: unknown,
  place: TestsPlace,
): Promise<RawTest[]> {
  if (typeof entry === "string") return readNamed(session, entry, place);
  if (isGroup(entry) && typeof entry["path"] === "string") {
    const { path, config } = entry;
    return readNamed(session, path, { ...place, config });
  }
  const test = readTest(session, entry, { place, base: session.folder.root });
  return test === undefined ? [] : [test];
}

interface Named extends TestsPlace {
  /** What a program that makes tests is given. */
  readonly config?: unknown;
}

async function readNamed(
  session: ImportSession,
  name: string,
  { config, ...place }: Named,
): Promise<RawTest[]> {
  const refused = <Value>(step: () => Value) => session.attempt(place.holder, place.key, step);
  if (isRemote(name)) {
    refused(() => session.folder.resolve(name));
    return [];
  }
  if (isScriptReference(name)) {
    if (!session.admitCode(place.holder, place.key, `Tests aus dem Programm ${name}`)) return [];
    const made = await runTestProgram(session, name, config);
    if ("reason" in made) session.refuse(place.holder, place.key, made.reason);
    return "reason" in made ? [] : readList(session, made.tests, place);
  }
  const files = refused(() => session.folder.glob(name)) ?? [];
  if (files.length === 0)
    session.refuse(place.holder, place.key, `zu „${name}“ gibt es keine Datei`);
  return files.flatMap((file) => refused(() => readFile(session, file)) ?? []);
}

function readFile(session: ImportSession, file: string): RawTest[] {
  const end = extname(withoutScheme(file)).toLowerCase();
  if (end === ".csv") return readTable(session, file);
  if (end === ".jsonl") return readLines(session, file);
  if (![".json", ".yaml", ".yml"].includes(end)) {
    throw new Refusal(`aus Dateien mit der Endung „${end}“ liest der Import keine Tests`);
  }
  const content = loadReferences(session, readStructured(session, file));
  const holder = typeof content === "object" && content !== null ? content : {};
  return readList(session, content, { holder, key: 0, base: dirname(file) });
}

function readList(
  session: ImportSession,
  content: unknown,
  { base = session.folder.root, ...place }: TestsPlace & { readonly base?: string },
): RawTest[] {
  const isList = Array.isArray(content);
  return (isList ? content : [content]).flatMap((entry: unknown, index) => {
    const own = isList && content === place.holder ? { holder: content, key: index } : place;
    return readTest(session, entry, { place: own, base }) ?? [];
  });
}

/** A table; `;` is not read as a comma, as promptfoo does not. */
function readTable(session: ImportSession, file: string): RawTest[] {
  const text = session.folder.readText(file);
  const rows = parseRows(text, session.folder.shown(file));
  return rows.map(({ record, info }, index) => {
    session.places.noteAt(record, { file, line: info.lines });
    return (
      session.attempt(record, undefined, () => readTableTest(record, index + 1, record)) ?? {
        holder: record,
      }
    );
  });
}

interface ParsedRow {
  readonly record: Row;
  readonly info: { readonly lines: number };
}

function parseRows(text: string, shown: string): ParsedRow[] {
  const read = (relaxed: boolean) =>
    parse(text, { columns: true, bom: true, info: true, relax_quotes: relaxed }) as unknown;
  try {
    return read(false) as ParsedRow[];
  } catch (strict) {
    if (!(strict instanceof CsvError)) throw strict;
    try {
      return read(true) as ParsedRow[];
    } catch (cause) {
      if (!(cause instanceof CsvError)) throw cause;
      throw new Refusal(`die Tabelle „${shown}“ ist nicht lesbar (${cause.message})`);
    }
  }
}

function readLines(session: ImportSession, file: string): RawTest[] {
  const lines = session.folder.readText(file).split("\n");
  return lines.flatMap((line, index): RawTest[] => {
    if (line.trim() === "") return [];
    const shown = `${session.folder.shown(file)}, Zeile ${index + 1}`;
    const entry = loadReferences(session, parseLine(line, shown));
    if (isGroup(entry)) session.places.noteAt(entry, { file, line: index + 1 });
    const place = { holder: isGroup(entry) ? entry : {}, key: "" };
    return [readTest(session, entry, { place, base: dirname(file) })].filter(
      (test) => test !== undefined,
    );
  });
}

function parseLine(line: string, shown: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Refusal(`${shown} ist kein JSON`);
  }
}
