import { endWithNpm } from "./end-with-npm.ts";
import { printError } from "./print.ts";
import { protectProcess } from "./protect-process.ts";
import { exitCodes, formatPlace, UserError, type ExitCode } from "../core/user-error.ts";

/** The oldest Node.js that has everything the program uses. */
const oldestNode = 24;

/** A command: gets the words of the command line and gives its exit code. */
export interface Command {
  readonly main: (words: string[]) => Promise<ExitCode>;
}

/** What a command is let do beyond the usual. */
interface Leave {
  /** Starts programs of its own that guard themselves, or nobody: tests and benchmarks. */
  readonly freePrograms?: boolean;
}

/**
 * Runs a command and ends the process with its exit code. The command is loaded only after the
 * version of Node.js is known to be new enough. Trouble that the person can put right is shown as
 * place, message and next step; only programming mistakes show a stack. Before the command is loaded,
 * the process is guarded: see `protectProcess`.
 */
export async function runCommand(load: () => Promise<Command>, leave: Leave = {}): Promise<void> {
  try {
    checkNodeVersion(process.versions.node);
    endWithNpm();
    const words = protectProcess(process.argv.slice(2), leave);
    const { main } = await load();
    process.exitCode = await main(words);
  } catch (cause) {
    process.exitCode = cause instanceof UserError ? cause.exitCode : exitCodes.infrastructure;
    printError(describeError(cause));
  }
}

/** Refuses a Node.js older than 24, e.g. `checkNodeVersion("20.20.2")`. */
export function checkNodeVersion(version: string): void {
  if (Number(version.split(".")[0]) >= oldestNode) return;
  throw new UserError(
    `Amtsprobe braucht Node.js ${oldestNode} oder neuer; hier läuft ${version}.`,
    {
      code: "old-node",
      exitCode: exitCodes.usage,
      nextStep:
        "Rufen Sie den Befehl mit „npm run …“ auf: „npm ci“ bringt ein passendes Node.js mit.",
    },
  );
}

/** Writes an error for a person: where, what, what to do. */
export function describeError(cause: unknown): string {
  if (!(cause instanceof UserError)) {
    const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return `Unerwarteter Fehler im Programm. Bitte melden Sie ihn mit diesem Text:\n${stack}`;
  }
  const place = cause.place === undefined ? "" : `${formatPlace(cause.place)}\n  `;
  return `Fehler: ${place}${cause.message}\n→ ${cause.nextStep}`;
}
