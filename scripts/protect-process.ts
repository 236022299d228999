import { guardEgress } from "../models/egress/guard.ts";
import { goOffline } from "../models/egress/permits.ts";
import { maskErrorReports } from "../models/egress/mask-report.ts";
import { maskStream } from "../models/egress/mask-stream.ts";
import { noteSecrets } from "../models/egress/secrets.ts";
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
  // What a command writes is for its owner alone: folders 0700, files 0600.
  process.umask(0o077);
  noteSecrets(process.env);
  maskErrorReports();
  for (const stream of [process.stdout, process.stderr]) {
    maskStream(stream);
    stream.on("error", endUnlessUnread);
  }
  process.on("uncaughtException", endUnhappily);
  const isJson = words.some((word) => /^(?:--log-format=)?json$/u.test(word));
  guardEgress({
    report: (refusal) => process.stderr.write(`${isJson ? asEvent(refusal) : asText(refusal)}\n`),
    freePrograms: freePrograms || words.includes("--allow-code"),
  });
  if (words.includes("--offline") || isYes(process.env["AMTSPROBE_OFFLINE"])) goOffline();
  return words.filter((word) => word !== "--offline");
}

function isYes(text: string | undefined): boolean {
  return /^(?:1|ja|yes|true|wahr|on|an)$/iu.test(text ?? "");
}

/** Whoever reads along may stop (`| head`); the work goes on and ends with its own code. */
function endUnlessUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") endUnhappily(error);
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
