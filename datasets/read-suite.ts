import { existsSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { Case } from "../core/case.ts";
import { promptPlaceholders, suiteFileSchema, type Suite, type SuiteFile } from "../core/suite.ts";
import { exitCodes, UserError, type Place } from "../core/user-error.ts";
import { leavesFolder, refuseOutside } from "./inside-folder.ts";
import { checkLocated } from "./located-value.ts";
import type { SuitePlaces } from "./check-graders.ts";
import { checkMessages, writtenOutFile } from "./check-messages.ts";
import { locateCases, readClassedCases } from "./read-cases.ts";
import { readText } from "./read-text.ts";
import { readYaml } from "./read-yaml.ts";

/**
 * Reads a suite's folder: `suite.yaml`, its prompts and its cases. Prompts must lie inside the folder,
 * and all variants must carry the same source text and question, so that only the way of asking
 * differs. Where a variant names the file of cases instead of a prompt, every case carries its messages
 * itself.
 */
export function readSuite(folder: string): Suite {
  const file = join(folder, "suite.yaml");
  refuseOutside(folder, file);
  const located = readYaml(file);
  const suiteFile = checkLocated(suiteFileSchema, located);
  const prompts = readPrompts(folder, suiteFile, (path) => located.placeOf(path));
  const { cases, unclassed } = readClassedCases(casesFile(folder));
  checkInputs(prompts, cases, (index) => locateSuite(folder).inCases([index, "input"]));
  checkMessages(suiteFile, cases, (index) => locateSuite(folder).inCases([index]));
  return { ...suiteFile, prompts, cases, unclassed };
}

/** Finds the parts of a suite in its files; a file is read when the first place in it is asked for. */
export function locateSuite(folder: string): SuitePlaces {
  return {
    inSuite: (path) => readYaml(join(folder, "suite.yaml")).placeOf(path),
    inCases: (path) => locateCases(casesFile(folder)).placeOf(path),
  };
}

/** The placeholders of a prompt text, in order of appearance. */
export function placeholdersOf(prompt: string): string[] {
  return [...prompt.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/gu)].map((match) => match[1] ?? "");
}

function casesFile(folder: string): string {
  const [yaml, csv] = [join(folder, "faelle.yaml"), join(folder, "faelle.csv")];
  if (existsSync(yaml) && existsSync(csv)) {
    throw new UserError(
      "Im Ordner liegen faelle.yaml und faelle.csv; nur eine davon darf es geben.",
      {
        code: "two-case-files",
        exitCode: exitCodes.usage,
        place: { file: folder },
        nextStep: "Löschen oder verschieben Sie die Datei, die nicht gelten soll.",
      },
    );
  }
  if (!existsSync(csv) && !existsSync(yaml)) {
    throw new UserError("Im Ordner der Suite fehlen die Fälle.", {
      code: "missing-cases",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep: "Legen Sie faelle.yaml oder faelle.csv an; docs/eigene-suite.md zeigt, wie.",
    });
  }
  const file = existsSync(csv) ? csv : yaml;
  refuseOutside(folder, file);
  return file;
}

function readPrompts(
  folder: string,
  suiteFile: SuiteFile,
  placeOf: (path: readonly string[]) => Place,
): Record<string, string> {
  const prompts: Record<string, string> = {};
  let first: { variant: string; placeholders: string } | undefined;
  for (const [variant, path] of Object.entries(suiteFile.variants)) {
    if (path === writtenOutFile) continue;
    const file = promptFile(folder, path, placeOf(["variants", variant]));
    const prompt = readText(file).trimEnd();
    const placeholders = checkPlaceholders(prompt, file);
    first ??= { variant, placeholders };
    if (placeholders !== first.placeholders) {
      throw new UserError(
        `Die Variante „${variant}“ enthält ${placeholders}, „${first.variant}“ aber ${first.placeholders}.`,
        {
          code: "unequal-variants",
          exitCode: exitCodes.usage,
          place: { file },
          nextStep:
            "Alle Varianten müssen dieselben Platzhalter je einmal enthalten; sonst misst der Vergleich nicht die Schulung.",
        },
      );
    }
    prompts[variant] = prompt;
  }
  return prompts;
}

function promptFile(folder: string, path: string, place: Place): string {
  const file = resolve(folder, path);
  const inside = relative(resolve(folder), file);
  if (leavesFolder(inside) || isAbsolute(path)) {
    throw new UserError(`Der Prompt „${path}“ liegt außerhalb des Ordners der Suite.`, {
      code: "outside-suite",
      exitCode: exitCodes.usage,
      place,
      nextStep: "Legen Sie die Datei in den Ordner prompts der Suite.",
    });
  }
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new UserError(`Die Prompt-Datei „${path}“ gibt es nicht.`, {
      code: "missing-prompt",
      exitCode: exitCodes.usage,
      place,
      nextStep: "Legen Sie die Datei an oder berichtigen Sie den Namen in suite.yaml.",
    });
  }
  refuseOutside(folder, file, place);
  return file;
}

/** The sorted placeholders of a prompt as text; each must be known and stand there once. */
export function checkPlaceholders(prompt: string, file: string): string {
  const found = placeholdersOf(prompt);
  const known: readonly string[] = promptPlaceholders;
  const wrong =
    found.find((name) => !known.includes(name)) ??
    found.find((name, index) => found.indexOf(name) !== index);
  if (found.length > 0 && wrong === undefined) {
    return found
      .map((name) => `{{${name}}}`)
      .toSorted()
      .join(", ");
  }
  const message =
    wrong === undefined
      ? "Der Prompt enthält keinen Platzhalter; das Modell bekäme den Text nicht zu sehen."
      : `Der Platzhalter {{${wrong}}} ist unbekannt oder steht zweimal im Prompt.`;
  throw new UserError(message, {
    code: "wrong-placeholder",
    exitCode: exitCodes.usage,
    place: { file, line: lineOf(prompt, wrong) },
    nextStep: `Erlaubt sind ${known.map((name) => `{{${name}}}`).join(", ")}, jeder höchstens einmal.`,
  });
}

/** The line on which a placeholder stands last; the first one when the prompt has none. */
function lineOf(prompt: string, placeholder: string | undefined): number {
  if (placeholder === undefined) return 1;
  const stands = [...prompt.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/gu)].findLast(
    (match) => match[1] === placeholder,
  );
  return prompt.slice(0, stands?.index ?? 0).split("\n").length;
}

/** Every placeholder must find its text in every case. */
function checkInputs(
  prompts: Readonly<Record<string, string>>,
  cases: readonly Case[],
  placeOf: (index: number) => Place,
): void {
  const needed = new Set(Object.values(prompts).flatMap(placeholdersOf));
  for (const [index, { id, input }] of cases.entries()) {
    for (const name of needed) {
      if (Object.hasOwn(input, name)) continue;
      throw new UserError(`Im Fall „${id}“ fehlt input.${name}, das die Prompts einsetzen.`, {
        code: "missing-input",
        exitCode: exitCodes.usage,
        place: placeOf(index),
        nextStep: `Ergänzen Sie input.${name} oder nehmen Sie {{${name}}} aus allen Prompts.`,
      });
    }
  }
}
