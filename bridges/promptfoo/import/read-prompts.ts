import { isPattern, isScriptReference } from "./load-references.ts";
import { isGroup } from "./raw-config.ts";
import { readPromptFile } from "./read-prompt-file.ts";
import { Refusal } from "./refusal.ts";
import type { ReadPrompt, WrittenPrompt } from "./written-prompt.ts";
import type { ImportSession } from "./session.ts";
import { isRemote } from "./source-folder.ts";

/** Reads `prompts`: texts, names of files, patterns, objects with `raw`, `id` and `label`, or a map. */
export function readPrompts(session: ImportSession, config: object): ReadPrompt[] {
  const { prompts } = config as { readonly prompts?: unknown };
  return writtenPrompts(session, config, prompts ?? "{{prompt}}").flatMap((written) => {
    const read = session.attempt(written.holder, written.key, () => readPrompt(session, written));
    if (read?.length === 0) session.refuse(written.holder, written.key, "darin steht kein Prompt");
    return read ?? [];
  });
}

function writtenPrompts(session: ImportSession, config: object, prompts: unknown): WrittenPrompt[] {
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
): WrittenPrompt[] {
  const { raw, id, label, config } = isGroup(prompt) ? prompt : {};
  const text = raw ?? id;
  if (typeof text !== "string" || !isGroup(prompt)) {
    session.refuse(place.holder, place.key, "ein Prompt braucht raw oder id");
    return [];
  }
  const name = label ?? (raw === undefined ? undefined : id);
  const named = typeof name === "string" ? { name } : {};
  return [{ raw: text, ...named, config, holder: prompt }];
}

function readPrompt(session: ImportSession, written: WrittenPrompt): ReadPrompt[] {
  const { raw } = written;
  if (isRemote(raw) || raw.startsWith("exec:")) throw remote(raw);
  if (!looksLikeFile(raw)) return [{ ...written, label: written.name ?? raw }];
  if (isScriptReference(raw)) return [readProgram(session, written)];
  if (isPattern(raw)) {
    const files = session.folder.glob(raw);
    const found = files.flatMap((file) =>
      readPromptFile(session, file, { ...written, name: undefined }),
    );
    return found.length > 0 ? found : [{ ...written, label: written.name ?? raw }];
  }
  return readPromptFile(session, session.folder.resolve(raw), written);
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

function readProgram(session: ImportSession, written: WrittenPrompt): ReadPrompt {
  const { raw, holder, key } = written;
  session.admitCode(holder, key, `Prompt aus dem Programm ${raw}`);
  return { ...written, raw: "", program: raw, label: written.name ?? raw };
}
