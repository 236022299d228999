import { parse } from "csv-parse/sync";
import { extname, resolve } from "node:path";
import { loadReferences } from "./load-references.ts";
import type { ReadPrompt, WrittenPrompt } from "./written-prompt.ts";
import { readStructured } from "./read-structured.ts";
import { Refusal } from "./refusal.ts";
import type { ImportSession } from "./session.ts";

/** The prompts in a file, by the end of its name. A file that is not there may be a prompt after all. */
export function readPromptFile(
  session: ImportSession,
  file: string,
  written: WrittenPrompt,
): ReadPrompt[] {
  const shown = session.folder.shown(file);
  if (!session.folder.exists(file)) return readMissing(session, file, written);
  const text = session.folder.readText(file);
  const make = (raw: string, name = written.name): ReadPrompt => ({
    ...written,
    raw,
    name,
    label: name ?? `${shown}: ${raw}`,
  });
  switch (extname(file)) {
    case ".txt":
      return splitTexts(text).map((raw, index, all) =>
        make(raw, nameOf(written.name ?? baseName(shown), index, all.length)),
      );
    case ".md":
    case ".j2":
      return [make(text, written.name ?? baseName(shown))];
    case ".json":
    case ".yaml":
    case ".yml":
      return [make(dataText(session, file, text), written.name ?? baseName(shown))];
    case ".jsonl":
      return text
        .split(/\r?\n/u)
        .filter((line) => line.length > 0)
        .map((raw, index, all) =>
          make(raw, nameOf(written.name ?? baseName(shown), index, all.length)),
        );
    case ".csv":
      return readTable(text).map(([raw, label]) => make(raw, label ?? written.name));
    default:
      throw new Refusal(`aus „${shown}“ liest der Import keinen Prompt`);
  }
}

/** promptfoo takes a text with a stroke or a dot for a prompt only when it is a pattern. */
function readMissing(session: ImportSession, file: string, written: WrittenPrompt): ReadPrompt[] {
  const { raw } = written;
  const isFolderOrText = extname(file) === "" || / /u.test(raw);
  if (!raw.startsWith("file://") && isFolderOrText) {
    return [{ ...written, label: written.name ?? raw }];
  }
  throw new Refusal(`die Datei „${session.folder.shown(file)}“ gibt es nicht`);
}

function baseName(shown: string): string {
  return (shown.split("/").at(-1) ?? shown).replace(/\.[^.]+$/u, "");
}

function nameOf(name: string, index: number, count: number): string {
  return count === 1 ? name : `${name} ${index + 1}`;
}

/** Prompts in a text file stand between lines of three strokes. */
function splitTexts(text: string): string[] {
  const parts: string[][] = [[]];
  for (const line of text.split(/\r?\n/u)) {
    if (line.trim() === "---") parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => lines.join("\n").trim()).filter((part) => part !== "");
}

/** Data as promptfoo hands it to a provider: JSON in one line. Text that is no JSON stays as it is. */
function dataText(session: ImportSession, file: string, text: string): string {
  if (extname(file) === ".json" && !isJson(text)) return text;
  return JSON.stringify(loadReferences(session, readStructured(session, resolve(file))));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A table of prompts: one a line, or with the columns `prompt` and `label`. */
function readTable(text: string): [string, string | undefined][] {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== "");
  if (!(lines[0] ?? "").includes(",")) {
    const isHeaded = lines[0]?.trim().toLowerCase() === "prompt";
    return lines.slice(isHeaded ? 1 : 0).map((line) => [line, undefined]);
  }
  const rows = parse(text, {
    columns: true,
    bom: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  }) as Record<string, string>[];
  return rows.flatMap((row): [string, string | undefined][] => {
    const prompt = row["prompt"] ?? "";
    return prompt === "" ? [] : [[prompt, row["label"]]];
  });
}
