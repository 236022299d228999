import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";
import { programFolder } from "./folders.ts";

/** What is known of a regular expression of a grader. */
export interface CheckedPattern {
  /** As written: `/…/flags`. */
  readonly pattern: string;
  /** `linear`, `safe`, or `polynomial` with its degree. Exponential ones are never listed. */
  readonly complexity: string;
}

/** Milliseconds one pattern may be looked at. */
const patience = 10_000;

/**
 * All regular expressions of the graders: literals from their source, and those that are put together
 * when the modules load. Call it before anything of `graders/` was imported.
 */
export async function graderPatterns(): Promise<string[]> {
  const found = new Set<string>();
  const folder = join(programFolder, "graders");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".ts")) addLiterals(join(folder, file), found);
  }
  await withEars(
    (pattern) => void found.add(pattern),
    async () => import("../graders/registry.ts"),
  );
  return [...found].toSorted();
}

/** Looks for catastrophic backtracking (recheck: fuzzing and automata). Throws for exponential ones. */
export function checkPattern(pattern: string): CheckedPattern {
  const [, source = "", flags = ""] = /^\/(.*)\/([a-z]*)$/su.exec(pattern) ?? [];
  const result = checkSync(source, flags.replaceAll(/[dv]/gu, ""), { timeout: patience });
  if (result.status === "unknown") return { pattern, complexity: "unknown" };
  const { complexity } = result;
  if (complexity?.type === "exponential") {
    throw new Error(`exponential backtracking: ${pattern}`);
  }
  const degree = complexity?.type === "polynomial" ? ` ${complexity.degree}` : "";
  return { pattern, complexity: `${complexity?.type ?? "safe"}${degree}` };
}

function addLiterals(file: string, found: Set<string>): void {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    false,
  );
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.add(node.text);
    node.forEachChild(visit);
  };
  visit(source);
}

/** Hears of every `new RegExp(text)` while something is loaded. */
async function withEars(
  hear: (pattern: string) => void,
  load: () => Promise<unknown>,
): Promise<void> {
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, words) => {
      const pattern = Reflect.construct(target, words) as RegExp;
      if (typeof words[0] === "string" && isOurs()) hear(String(pattern));
      return pattern;
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = Original;
  }
}

/** Was it made by a file of `graders/`, and not by a library that one of them loads? */
function isOurs(): boolean {
  const caller = (new Error("where").stack ?? "")
    .split("\n")
    .slice(2)
    .find((line) => !line.includes("patterns.ts") && !line.includes("Reflect"));
  return caller !== undefined && /[/\\]graders[/\\]/u.test(caller);
}
