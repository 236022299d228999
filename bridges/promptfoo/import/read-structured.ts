import { extname } from "node:path";
import { UserError } from "../../../core/user-error.ts";
import { parseYaml } from "./parse-yaml.ts";
import { Refusal } from "./refusal.ts";
import type { ImportSession } from "./session.ts";

/** Files that hold data with a structure. */
export function isStructured(file: string): boolean {
  return [".yaml", ".yml", ".json"].includes(extname(file).toLowerCase());
}

/**
 * Reads a YAML or JSON file, notes where its parts stand and follows its `$ref`s. A file that leads back
 * to itself over `file://` or `$ref` is refused. `way` holds the files that led here.
 */
export function readStructured(
  session: ImportSession,
  file: string,
  way: readonly string[] = [],
): unknown {
  if (way.includes(file)) throw circle(session, [...way, file]);
  const text = session.folder.readText(file);
  const value = parseYaml(text, session.folder.shown(file));
  session.places.note(value, file, text);
  const onward = [...way, file];
  checkForCircle(session, value, { file, way: onward });
  return dereference(session, value, { root: value, file, way: onward });
}

interface Trail {
  readonly file: string;
  readonly way: readonly string[];
}

/** Every `file://` to data is followed, only to see whether it leads back. */
function checkForCircle(session: ImportSession, value: unknown, { file, way }: Trail): void {
  for (const reference of fileReferences(value)) {
    const target = targetOf(session, reference, file);
    if (target === undefined) continue;
    if (way.includes(target)) throw circle(session, [...way, target]);
    const next = { file: target, way: [...way, target] };
    checkForCircle(session, parsedData(session, target), next);
  }
}

/** The data of a file; of a template that only looks like data nothing. */
function parsedData(session: ImportSession, file: string): unknown {
  const text = session.folder.readText(file);
  try {
    return parseYaml(text, session.folder.shown(file));
  } catch (cause) {
    if (cause instanceof UserError && cause.code === "yaml-syntax") return undefined;
    throw cause;
  }
}

/** The data file that a reference means; none when it means something else or is wrong in itself. */
function targetOf(session: ImportSession, reference: string, file: string): string | undefined {
  if (/[*?[\]{}]/u.test(reference)) return undefined;
  try {
    const target = session.folder.resolve(reference);
    return isStructured(target) && session.folder.exists(target) ? target : undefined;
  } catch (cause) {
    if (cause instanceof Refusal) return undefined;
    throw new Error(`cannot follow ${reference} in ${file}`, { cause });
  }
}

function* fileReferences(value: unknown): Generator<string> {
  if (typeof value === "string") {
    if (value.startsWith("file://")) yield value;
  } else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) yield* fileReferences(part);
  }
}

function circle(session: ImportSession, way: readonly string[]): Refusal {
  const names = way.map((file) => session.folder.shown(file)).join(" → ");
  return new Refusal(`die Dateien verweisen im Kreis: ${names}`);
}

interface Document extends Trail {
  readonly root: unknown;
}

/** Puts in place of `{ $ref: "#/x" }` what stands there, as promptfoo does for `assertionTemplates`. */
function dereference(session: ImportSession, value: unknown, document: Document): unknown {
  if (!holdsReference(value)) return value;
  const open = new Set<object>();
  const visit = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (open.has(part)) throw new Refusal("ein $ref verweist im Kreis");
    open.add(part);
    const made = isReference(part)
      ? visit(resolveReference(session, part.$ref, document))
      : copyOf(session, part, visit);
    open.delete(part);
    return made;
  };
  return visit(value);
}

function copyOf(session: ImportSession, part: object, visit: (inner: unknown) => unknown): object {
  if (part instanceof Date) return part;
  const made = Array.isArray(part)
    ? part.map(visit)
    : Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]));
  return session.places.derive(made, part);
}

function holdsReference(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isReference(value) || Object.values(value).some(holdsReference);
}

function isReference(value: object): value is { readonly $ref: string } {
  return typeof (value as { $ref?: unknown }).$ref === "string";
}

function resolveReference(session: ImportSession, reference: string, document: Document): unknown {
  const [path = "", pointer = ""] = reference.split("#");
  if (path === "") return partAt(document.root, pointer, reference);
  const file = session.folder.resolve(path);
  if (!isStructured(file)) throw new Refusal(`$ref „${reference}“ nennt keine Datei mit Daten`);
  return partAt(readStructured(session, file, document.way), pointer, reference);
}

/** The part of a document at a JSON pointer (RFC 6901). */
function partAt(root: unknown, pointer: string, reference: string): unknown {
  const steps = pointer.split("/").slice(1);
  const found = steps.reduce<unknown>((holder, step) => {
    const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
    const isHeld = typeof holder === "object" && holder !== null && Object.hasOwn(holder, key);
    return isHeld ? (holder as Record<string, unknown>)[key] : undefined;
  }, root);
  if (found !== undefined) return found;
  throw new Refusal(`$ref „${reference}“ zeigt auf nichts`);
}
