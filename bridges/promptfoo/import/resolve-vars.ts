import { extname } from "node:path";
import { isScriptReference } from "./load-references.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Group } from "./raw-config.ts";
import { Refusal } from "./refusal.ts";
import { runProgram } from "./run-program.ts";
import type { ImportSession } from "./session.ts";

/** Files that promptfoo would hand over as pictures, sound or film. */
const media =
  /\.(?:png|jpe?g|gif|webp|bmp|svg|tiff?|ico|avif|heic|mp3|wav|ogg|flac|aac|m4a|mp4|mov|avi|webm|mkv|pdf)$/iu;

/** What a variable's own program is given beside its name. */
interface VarPlace {
  readonly holder: object;
  readonly prompt: string;
}

/**
 * Reads the variables of a test as promptfoo does before it renders a prompt: contents of files in place of
 * `file://`, one line break at the end dropped, `{{name}}` of another variable replaced (five rounds).
 */
export async function resolveVars(
  session: ImportSession,
  vars: Group,
  place: VarPlace,
): Promise<Group | undefined> {
  const read: Record<string, unknown> = {};
  let isWhole = true;
  for (const [name, value] of Object.entries(vars)) {
    const isFile = typeof value === "string" && /^(?:file|package):/u.test(value);
    const loaded = isFile ? await loadVar(session, { name, value, vars }, place) : { value };
    if (loaded === undefined) isWhole = false;
    else read[name] = loaded.value;
  }
  return isWhole ? substitute(read) : undefined;
}

interface FileVar {
  readonly name: string;
  readonly value: string;
  readonly vars: Group;
}

async function loadVar(
  session: ImportSession,
  { name, value, vars }: FileVar,
  { holder, prompt }: VarPlace,
): Promise<{ readonly value: unknown } | undefined> {
  if (!isScriptReference(value)) {
    return session.attempt(holder, "vars", () => ({ value: textOf(session, value) }));
  }
  const what = `Wert der Variablen ${name} aus dem Programm ${value}`;
  if (!session.admitCode(holder, "vars", what)) return undefined;
  const args = [name, prompt, vars];
  const result = await runProgram(session, value, { fallback: "get_var", args });
  const output =
    "value" in result ? (result.value as { output?: unknown } | null)?.output : undefined;
  if (typeof output === "string" && output !== "") {
    return { value: /\.py(?::|$)/u.test(value) ? output.trim() : output };
  }
  const reason = "reason" in result ? result.reason : `das Programm „${value}“ gibt kein output`;
  session.refuse(holder, "vars", reason);
  return undefined;
}

function textOf(session: ImportSession, value: string): string {
  if (value.startsWith("package:"))
    throw new Refusal("„package:“ lädt fremden Code; das tut der Import nie");
  if (media.test(value)) {
    throw new Refusal(
      `„${value}“ ist kein Text; Bilder, Ton und PDF gibt ein Fall hier nicht weiter`,
    );
  }
  const file = session.folder.resolve(value);
  const text = session.folder.readText(file);
  const isYaml = [".yaml", ".yml"].includes(extname(file));
  return isYaml ? JSON.stringify(parseYaml(text, session.folder.shown(file))) : text.trim();
}

const placeholder = /\{\{\s*(\w+)\s*\}\}/u;

function substitute(vars: Record<string, unknown>): Group {
  for (const [name, value] of Object.entries(vars)) {
    if (typeof value === "string") vars[name] = value.replace(/\n$/u, "");
  }
  for (let round = 0; round < 5; round += 1) {
    let isDone = true;
    for (const [name, value] of Object.entries(vars)) {
      const found = typeof value === "string" ? placeholder.exec(value) : null;
      if (found === null || vars[found[1] ?? ""] === undefined) continue;
      vars[name] = String(value).replace(found[0], vars[found[1] ?? ""] as string);
      isDone = false;
    }
    if (isDone) break;
  }
  return vars;
}
