import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { readLimits } from "../core/read-limits.ts";
import { UserError, exitCodes } from "../core/user-error.ts";
import type { ManualEntry } from "./manual-entry.ts";
import { readManualPage, renderManualPage } from "./manual-page.ts";
import { readManualTable, renderManualTable } from "./manual-table.ts";

/**
 * Reads every filled page and table of a folder; absent folder: nothing. Where two files answer the
 * same question, the younger one counts. Throws a `UserError` (`manual-file`).
 */
export async function readManualFolder(folder: string): Promise<Map<string, ManualEntry>> {
  const entries = new Map<string, ManualEntry>();
  for (const file of await filesByAge(folder)) {
    for (const entry of await readEntries(file)) {
      const isNews = entry.answer !== "" || !entries.has(entry.id);
      if (isNews) entries.set(entry.id, entry);
    }
  }
  return entries;
}

/** Writes the page and the table: open questions first; what is answered is kept behind them. */
export async function writeManualFolder(
  folder: string,
  { open, known }: ManualState,
): Promise<void> {
  const isOpen = new Set(open.map(({ id }) => id));
  const kept = [...known.values()].filter(({ id, answer }) => answer !== "" && !isOpen.has(id));
  const entries = [...open, ...kept];
  try {
    await mkdir(folder, { recursive: true });
    await replace(join(folder, "fragen.html"), renderManualPage(entries));
    await replace(join(folder, "fragen.csv"), renderManualTable(entries));
  } catch (cause) {
    throw new UserError(`Die Fragen lassen sich nicht nach ${folder} schreiben.`, {
      code: "manual-folder",
      exitCode: exitCodes.infrastructure,
      nextStep: "Nennen Sie hinter „manual:“ einen Ordner, in den Sie schreiben dürfen.",
      cause,
    });
  }
}

interface ManualState {
  readonly open: readonly ManualEntry[];
  readonly known: ReadonlyMap<string, ManualEntry>;
}

/** Whole or not at all: a person's answers are in the old file. A link in the way is not followed. */
async function replace(file: string, text: string): Promise<void> {
  await rm(`${file}.neu`, { force: true });
  await writeFile(`${file}.neu`, text, { flag: "wx", mode: 0o600 });
  await rename(`${file}.neu`, file);
}

async function filesByAge(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names
    .filter((name) => /\.(?:html?|csv)$/iu.test(name))
    .map((name) => join(folder, name));
  const dated = await Promise.all(
    files.map(async (file) => ({ file, time: (await stat(file)).mtimeMs })),
  );
  return dated.toSorted((a, b) => a.time - b.time).map(({ file }) => file);
}

async function readEntries(file: string): Promise<ManualEntry[]> {
  const state = await stat(file);
  if (!state.isFile() || state.size > readLimits.text) throw refused(file);
  const text = decode(await readFile(file), file);
  if (file.toLowerCase().endsWith(".csv")) return readManualTable(text, file);
  const entries = readManualPage(text);
  // Another page of the chat window may lie here too; one with this name has lost its questions.
  if (entries.length === 0 && basename(file).startsWith("fragen")) throw damagedPage(file);
  return entries;
}

function damagedPage(file: string): UserError {
  return new UserError("In der Seite steht keine Frage mehr; sie ist beschädigt.", {
    code: "manual-file",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep:
      "Legen Sie die Seite, die „Speichern“ erzeugt hat, noch einmal in den Ordner. Gibt es sie nicht mehr, " +
      "löschen Sie diese Datei: Der nächste Start mit --resume schreibt sie neu.",
  });
}

function refused(file: string): UserError {
  return new UserError("Das ist keine gewöhnliche Datei, oder sie hat mehr als 50 MB.", {
    code: "manual-file",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep: "Nehmen Sie sie aus dem Ordner, oder teilen Sie sie auf mehrere auf.",
  });
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UserError("Die Datei ist nicht in UTF-8 gespeichert.", {
      code: "manual-file",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep: "Speichern Sie sie in Excel als „CSV UTF-8 (durch Trennzeichen getrennt)“.",
      cause,
    });
  }
}
