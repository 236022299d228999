import { CsvError, parse } from "csv-parse/sync";
import { dirname, extname } from "node:path";
import { checkValue, describeFlaw } from "../../../core/messages.ts";
import { isScriptReference, loadReferences } from "./load-references.ts";
import { isGroup, testSchema, type Group, type RawTest } from "./raw-config.ts";
import { readStructured } from "./read-structured.ts";
import { Refusal } from "./refusal.ts";
import { runTestProgram } from "./run-program.ts";
import type { ImportSession } from "./session.ts";
import { isRemote, withoutScheme } from "./source-folder.ts";
import { readTableTest, type Row } from "./table-test.ts";

/** What `tests` is a part of, for places. */
export interface TestsPlace {
  readonly holder: object;
  readonly key: string | number;
}

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
    return readNamed(session, path, place, config);
  }
  const test = readOne(session, entry, { place, base: session.folder.root });
  return test === undefined ? [] : [test];
}

async function readNamed(
  session: ImportSession,
  name: string,
  place: TestsPlace,
  config?: unknown,
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
  return readList(session, content, { holder, key: 0 }, dirname(file));
}

function readList(
  session: ImportSession,
  content: unknown,
  place: TestsPlace,
  base = session.folder.root,
): RawTest[] {
  const isList = Array.isArray(content);
  return (isList ? content : [content]).flatMap((entry: unknown, index) => {
    const own = isList && content === place.holder ? { holder: content, key: index } : place;
    return readOne(session, entry, { place: own, base }) ?? [];
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
    return [readOne(session, entry, { place, base: dirname(file) })].filter(
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

/** Keys of a test that have a counterpart. */
const known = new Set([
  "description",
  "vars",
  "assert",
  "options",
  "threshold",
  "metadata",
  "prompts",
  "providers",
]);

/** Keys of a test that have none, and why. */
const unsupported: Readonly<Record<string, string>> = {
  provider: "ein eigenes Modell für einen Test gibt es hier nicht",
  providerOutput: "die Antwort ist vorgegeben; hier antwortet ein Modell",
  assertScoringFunction: "eine eigene Rechnung für die Punkte gibt es hier nicht",
};

interface OnePlace {
  readonly place: TestsPlace;
  readonly base: string;
}

/** Reads one test; what is wrong with it becomes a problem. */
export function readOne(
  session: ImportSession,
  entry: unknown,
  { place, base }: OnePlace,
): RawTest | undefined {
  const result = checkValue(testSchema, entry);
  if (!result.ok || !isGroup(entry)) {
    const flaw = result.ok ? undefined : result.flaws[0];
    const holder = isGroup(entry) ? entry : place.holder;
    const key = isGroup(entry) ? flaw?.path[0] : place.key;
    session.refuse(holder, key, `ist kein Test von promptfoo (${describeFlaw(flaw)})`);
    return undefined;
  }
  for (const key of Object.keys(entry)) {
    const why = unsupported[key];
    if (why !== undefined) session.refuse(entry, key, `${key}: ${why}`);
    else if (!known.has(key))
      session.remark(entry, key, `„${key}“ kennt promptfoo in einem Test nicht`);
  }
  checkChoices(session, entry);
  const { vars, description, options, threshold, metadata } = result.value;
  return {
    holder: entry,
    vars: session.attempt(entry, "vars", () => readVars(session, vars, base)),
    description,
    assert: (entry["assert"] ?? undefined) as readonly Group[] | undefined,
    options: options ?? undefined,
    threshold: threshold ?? undefined,
    metadata: metadata ?? undefined,
  };
}

/** `vars` may name files whose contents are put together. */
function readVars(
  session: ImportSession,
  vars: Group | string | readonly string[] | null | undefined,
  base: string,
): Group | undefined {
  if (vars === undefined || vars === null) return undefined;
  if (typeof vars !== "string" && !Array.isArray(vars)) return vars as Group;
  const names = typeof vars === "string" ? [vars] : (vars as readonly string[]);
  const parts = names.flatMap((name) => session.folder.glob(name, base));
  const read = parts.map((file) => loadReferences(session, readStructured(session, file)));
  return Object.assign({}, ...read) as Group;
}

/** A test that is put to all prompts and models in so many words is like one that says nothing. */
function checkChoices(session: ImportSession, entry: Group): void {
  const { prompts, providers } = session.labels;
  for (const [key, labels] of Object.entries({ prompts, providers })) {
    const chosen = entry[key];
    if (chosen === undefined || chosen === null) continue;
    const names = ([chosen].flat() as unknown[]).map(String);
    const isAll = labels.every((label) =>
      names.some((name) => label === name || label.startsWith(`${name}:`)),
    );
    if (isAll) continue;
    session.refuse(
      entry,
      key,
      `${key}: ein Test nur für einen Teil davon hat hier kein Gegenstück`,
    );
  }
}
