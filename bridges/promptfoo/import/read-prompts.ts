import { parse } from "csv-parse/sync";
import { extname, resolve } from "node:path";
import { isPattern, isScriptReference, loadReferences } from "./load-references.ts";
import { isGroup } from "./raw-config.ts";
import { readStructured } from "./read-structured.ts";
import { Refusal } from "./refusal.ts";
import type { ImportSession } from "./session.ts";
import { isRemote } from "./source-folder.ts";

/** A prompt of the configuration. */
export interface ReadPrompt {
  /** Template; of a program nothing. */
  readonly raw: string;
  /** As promptfoo labels it; `prompts` of a provider refer to it. */
  readonly label: string;
  /** A name somebody gave it. */
  readonly name?: string | undefined;
  /** Reference to a program that makes the prompt. */
  readonly program?: string | undefined;
  /** Settings handed to that program. */
  readonly config?: unknown;
  readonly holder: object;
  readonly key?: string | number | undefined;
}

type Written = Omit<ReadPrompt, "raw" | "label"> & { readonly raw: string };

/** Reads `prompts`: texts, names of files, patterns, objects with `raw`, `id` and `label`, or a map. */
export function readPrompts(session: ImportSession, config: object): ReadPrompt[] {
  const { prompts } = config as { readonly prompts?: unknown };
  return writtenPrompts(session, config, prompts ?? "{{prompt}}").flatMap((written) => {
    const read = session.attempt(written.holder, written.key, () => readPrompt(session, written));
    if (read?.length === 0) session.refuse(written.holder, written.key, "darin steht kein Prompt");
    return read ?? [];
  });
}

function writtenPrompts(session: ImportSession, config: object, prompts: unknown): Written[] {
  if (typeof prompts === "string") return [{ raw: prompts, holder: config, key: "prompts" }];
  if (Array.isArray(prompts)) {
    return prompts.flatMap((prompt: unknown, key) => {
      if (typeof prompt === "string") return [{ raw: prompt, holder: prompts, key }];
      return writtenObject(session, prompt, { holder: prompts, key });
    });
  }
  if (isGroup(prompts)) {
    return Object.entries(prompts).map(([raw, name]) => ({
      raw,
      name: String(name),
      holder: prompts,
      key: raw,
    }));
  }
  session.refuse(config, "prompts", "prompts muss ein Text oder eine Liste sein");
  return [];
}

function writtenObject(
  session: ImportSession,
  prompt: unknown,
  place: { readonly holder: object; readonly key: number },
): Written[] {
  const { raw, id, label, config } = isGroup(prompt) ? prompt : {};
  const text = raw ?? id;
  if (typeof text !== "string" || !isGroup(prompt)) {
    session.refuse(place.holder, place.key, "ein Prompt braucht raw oder id");
    return [];
  }
  const name = label ?? (raw === undefined ? undefined : id);
  const isPlain = config !== undefined && !isScriptReference(text);
  if (isPlain)
    session.refuse(prompt, "config", "eigene Einstellungen für einen Prompt gibt es hier nicht");
  const named = typeof name === "string" ? { name } : {};
  return [{ raw: text, ...named, config, holder: prompt }];
}

function readPrompt(session: ImportSession, written: Written): ReadPrompt[] {
  const { raw } = written;
  if (isRemote(raw) || raw.startsWith("exec:")) throw remote(raw);
  if (!looksLikeFile(raw)) return [{ ...written, label: written.name ?? raw }];
  if (isScriptReference(raw)) return [readProgram(session, written)];
  if (isPattern(raw)) {
    const files = session.folder.glob(raw);
    const found = files.flatMap((file) => readFile(session, file, { ...written, name: undefined }));
    return found.length > 0 ? found : [{ ...written, label: written.name ?? raw }];
  }
  return readFile(session, session.folder.resolve(raw), written);
}

function remote(raw: string): Refusal {
  return raw.startsWith("exec:")
    ? new Refusal("„exec:“ startet ein fremdes Programm; das führt der Import nie aus")
    : new Refusal(`„${raw}“ liegt im Netz; der Import holt nichts von dort`);
}

/** The rule by which promptfoo tells names of files from prompts. */
function looksLikeFile(text: string): boolean {
  if (text.includes("\n")) return false;
  const ends = text.split(":").slice(-2);
  const known = /\.(?:[cm]?[jt]s|j2|jsonl?|md|py|txt|ya?ml|csv|sh|bash|exe|bat|cmd|ps1|rb|pl)$/u;
  return (
    text.startsWith("file://") ||
    ends.some((end) => known.test(end)) ||
    text.at(-3) === "." ||
    text.at(-4) === "." ||
    /[*/\\]/u.test(text)
  );
}

function readProgram(session: ImportSession, written: Written): ReadPrompt {
  const { raw, holder, key } = written;
  session.admitCode(holder, key, `Prompt aus dem Programm ${raw}`);
  return { ...written, raw: "", program: raw, label: written.name ?? raw };
}

function readFile(session: ImportSession, file: string, written: Written): ReadPrompt[] {
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
function readMissing(session: ImportSession, file: string, written: Written): ReadPrompt[] {
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
  return text
    .split(/\r?\n/u)
    .reduce<string[]>(
      (parts, line) =>
        line.trim() === "---" ? [...parts, ""] : parts.with(-1, `${parts.at(-1) ?? ""}${line}\n`),
      [""],
    )
    .map((part) => part.trim())
    .filter((part) => part !== "");
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
