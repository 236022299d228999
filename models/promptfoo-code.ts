import { isTemplateCode } from "../core/template-code.ts";
import { UserError, exitCodes } from "../core/user-error.ts";
import type { ModelOrder } from "./model-context.ts";

/** Providers of promptfoo that start a program or run code of this machine, by the begin of their id. */
const programs: readonly string[] = [
  "exec:",
  "python:",
  "golang:",
  "ruby:",
  "package:",
  "file:",
  "docker:",
  "mcp",
  "browser",
  "opencode",
  "openinterpreter",
  "openclaw",
  "anthropic:claude-agent-sdk",
  "anthropic:claude-code",
  "openai:codex",
];

/** A path to a program instead of an id. */
const programFile = /\.(?:[cm]?[jt]sx?|py|go|rb)(?::[\w.-]+)?$/iu;

/** Settings whose text promptfoo runs as JavaScript, or reads from a file and runs. */
const codeSettings =
  /^(?:transform\w*|response_?(?:parser|transform)|request_?(?:parser|transform)|session_?parser|validate_?status|function(?:Tool)?Callbacks?|callbacks?|guardrails?Callback)$/iu;

/**
 * Refuses a provider of promptfoo that would run code of this machine, unless that was allowed, and
 * says what would run. Looks at the id and, in the settings, at places for code, at `file://` and at
 * templates that do more than put a value in: promptfoo's can reach the program.
 */
export function refuseCode({ name, config, context }: ModelOrder): void {
  const found = providerCode(name, config);
  if (found.length === 0) return;
  if (context.allowCode === true) {
    context.report?.(`Achtung, Programmcode wird ausgeführt (--allow-code): ${found.join("; ")}`);
    return;
  }
  throw new UserError(
    `Das Modell „promptfoo:${name}“ würde Programmcode auf diesem Rechner ausführen: ${found.join("; ")}.`,
    {
      code: "code-not-allowed",
      exitCode: exitCodes.usage,
      nextStep:
        "Ausgeführt wurde nichts. Lesen Sie den Code; nur wenn Sie ihm trauen, geben Sie --allow-code an. Sonst nehmen Sie einen anderen Anbieter.",
    },
  );
}

/** What a provider of promptfoo would run, by its id and its settings; nothing for most. */
export function providerCode(name: string, settings: unknown): string[] {
  return [...codeInName(name), ...codeInSettings(settings, [])];
}

function codeInName(name: string): string[] {
  const id = name.trim().toLowerCase();
  const isProgram = programs.some((begin) => id === begin || id.startsWith(begin));
  const isCode = isProgram || programFile.test(id) || isTemplateCode(name.replaceAll(variable, ""));
  return isCode ? [name.slice(0, longestShown)] : [];
}

function codeInSettings(value: unknown, path: readonly string[]): string[] {
  if (typeof value === "string") {
    const isCode =
      path.some((name) => codeSettings.test(name)) ||
      /\bfile:\/\//iu.test(value) ||
      isTemplateCode(value.replaceAll(variable, ""));
    return isCode ? [`${path.join(".")}: ${value.slice(0, longestShown)}`] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...codeInSettings(part, [...path, name]),
    ...(isTemplateCode(name) ? [[...path, name].join(".")] : []),
  ]);
}

/** What {@link withEnvironment} has put in before promptfoo sees it. */
const variable = /\{\{\s*env\.\w+\s*\}\}/gu;

/** Characters that are shown of what would run. */
const longestShown = 200;
