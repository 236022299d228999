import { guardEgress } from "../models/egress/guard.ts";
import { goOffline } from "../models/egress/permits.ts";
import { maskSecrets } from "../models/egress/secrets.ts";
import type { UserError } from "../core/user-error.ts";
import { exitCodes } from "../core/user-error.ts";

/**
 * Guards the process of a command before the command is loaded: it connects only where it may,
 * stdout and stderr show no secret, an error that nobody caught shows none either, and a report that
 * Node.js writes when it crashes leaves out the variables. Takes `--offline` (or `AMTSPROBE_OFFLINE`)
 * out of the words; it goes for every command.
 *
 * @returns the words that are left for the command
 */
export function protectProcess(
  words: readonly string[],
  { freePrograms = false }: { readonly freePrograms?: boolean } = {},
): string[] {
  quietReports();
  maskStream(process.stdout);
  maskStream(process.stderr);
  process.on("uncaughtException", endUnhappily);
  const isJson = words.some((word) => /^(?:--log-format=)?json$/u.test(word));
  guardEgress({
    report: (refusal) => process.stderr.write(`${isJson ? asEvent(refusal) : asText(refusal)}\n`),
    freePrograms: freePrograms || words.includes("--allow-code"),
  });
  if (words.includes("--offline") || isYes(process.env["AMTSPROBE_OFFLINE"])) goOffline();
  return words.filter((word) => word !== "--offline");
}

/**
 * A report of Node.js holds the variables, and the message of an uncaught error. On a fatal error it
 * heeds `excludeEnv` only from the command line, so none is written then.
 */
function quietReports(): void {
  Object.assign(process.report, {
    excludeEnv: true,
    reportOnFatalError: false,
    reportOnUncaughtException: false,
  });
}

function isYes(text: string | undefined): boolean {
  return /^(?:1|ja|yes|true|wahr|on|an)$/iu.test(text ?? "");
}

function maskStream(stream: NodeJS.WriteStream): void {
  const write = Reflect.get(stream, "write") as (...words: unknown[]) => boolean;
  const masked = (chunk: unknown, ...rest: unknown[]): boolean =>
    Reflect.apply(write, stream, [typeof chunk === "string" ? maskSecrets(chunk) : chunk, ...rest]);
  Reflect.set(stream, "write", masked);
}

/** Node.js itself would print the error with all its fields, past the streams. */
function endUnhappily(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `Unerwarteter Fehler im Programm. Bitte melden Sie ihn mit diesem Text:\n${stack}\n`,
  );
  process.exit(exitCodes.infrastructure);
}

function asText({ message, nextStep }: UserError): string {
  return `Verweigert: ${message}\n→ ${nextStep}`;
}

function asEvent({ code, message, nextStep }: UserError): string {
  const event = { event: "warning", message: `Verweigert (${code}): ${message} ${nextStep}` };
  return JSON.stringify({ schemaVersion: 1, time: new Date().toISOString(), ...event });
}
