import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { exitCodes, UserError } from "../core/user-error.ts";
import { fromStart } from "./start-folder.ts";

/** Reads the words of a command line; what is wrong is said in German with exit code 2. */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(
  words: string[],
  options: Options,
  command: string,
) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw wrongUse(germanProblem(cause), command, cause);
  }
}

/** An error of the person who typed the command; `promptfoo -- export` is one with a help of its own. */
export function wrongUse(message: string, command: string, cause?: unknown): UserError {
  const help = command.includes(" -- ") ? `${command} --help` : `${command} -- --help`;
  return new UserError(message, {
    code: "wrong-use",
    exitCode: exitCodes.usage,
    nextStep: `Was möglich ist, zeigt „npm run ${help}“.`,
    cause,
  });
}

/** A whole number of at least `least`, or an error that names the option. */
export function wholeNumber(text: string, name: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new UserError(`--${name} erwartet eine ganze Zahl ab ${least}, nicht „${text}“.`, {
    code: "wrong-use",
    exitCode: exitCodes.usage,
    nextStep: `Schreiben Sie zum Beispiel --${name} ${Math.max(least, 1)}.`,
  });
}

/** The one folder a command works on, as a whole path. */
export function onlyFolder(positionals: readonly string[], command: string): string {
  const [folder, ...rest] = positionals;
  if (folder !== undefined && rest.length === 0) return fromStart(folder);
  throw wrongUse(
    folder === undefined ? "Es fehlt der Ordner des Laufs." : "Es ist mehr als ein Ordner genannt.",
    command,
  );
}

function germanProblem(cause: unknown): string {
  const code = (cause as { code?: string }).code;
  const message = cause instanceof Error ? cause.message : String(cause);
  const option = /'(?<option>-[^' ]*)/u.exec(message)?.groups?.["option"] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `Die Angabe ${option} gibt es nicht.`;
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    return `Bei ${option} fehlt ein Wert, oder es steht einer, wo keiner hingehört.`;
  }
  return `Die Angaben sind nicht verständlich (${message}).`;
}

/** Refuses words that belong to no option. */
export function onlyNoWords(positionals: readonly string[], command: string): void {
  const [first] = positionals;
  if (first !== undefined) throw wrongUse(`Mit „${first}“ ist hier nichts anzufangen.`, command);
}
