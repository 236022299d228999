import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { PromptVariant } from "../../core/variant-file.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { readVariantFile } from "../../datasets/read-variant-file.ts";
import { fromStart } from "../start-folder.ts";

/** Reads `--variant-file`: files, and folders for every `.md` in them but a README. */
export function readVariantFiles(paths: readonly string[] | undefined): PromptVariant[] {
  return (paths ?? []).flatMap((path) => filesAt(fromStart(path))).map(readVariantFile);
}

/** The suites that prompt files name; `undefined` as soon as one is meant for all. */
export function suitesOfVariants(files: readonly PromptVariant[]): string[] | undefined {
  const named = files.map(({ suites }) => suites);
  if (named.length === 0 || named.some((suites) => suites === undefined)) return undefined;
  return [...new Set(named.flatMap((suites) => suites ?? []))];
}

function filesAt(path: string): string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith(".md") && name !== "README.md");
  if (names.length > 0) return names.toSorted().map((name) => join(path, name));
  throw new UserError("In diesem Ordner liegt keine Prompt-Datei (.md).", {
    code: "no-variant-file",
    exitCode: exitCodes.usage,
    place: { file: path },
    nextStep: "Nennen Sie mit --variant-file eine Datei wie prompts/neu.md oder ihren Ordner.",
  });
}
