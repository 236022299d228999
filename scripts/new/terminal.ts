import { createInterface } from "node:readline/promises";
import { exitCodes, UserError } from "../../core/user-error.ts";

/** A person at a terminal. */
export interface Terminal {
  /** The line the person types. Rejects with code `cancelled` at Ctrl-C and Ctrl-D. */
  readonly ask: (prompt: string) => Promise<string>;
  readonly close: () => void;
}

interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/** Opens the terminal for questions; absent when nobody sits there. */
export function openTerminal(
  { input, output }: Streams = { input: process.stdin, output: process.stderr },
): Terminal | undefined {
  if (input.isTTY !== true) return undefined;
  const lines = createInterface({ input, output, terminal: true });
  const closed = new Promise<never>((_resolve, reject) => {
    lines.once("close", () => reject(cancelled()));
  });
  closed.catch(() => undefined);
  return {
    ask: async (prompt) => Promise.race([answerTo(lines.question(prompt)), closed]),
    close: () => lines.close(),
  };
}

/** Node gives up a question with an `AbortError` when the person does. */
async function answerTo(question: Promise<string>): Promise<string> {
  try {
    return await question;
  } catch (cause) {
    throw cancelled(cause);
  }
}

function cancelled(cause?: unknown): UserError {
  return new UserError("Abgebrochen, nichts angelegt.", {
    code: "cancelled",
    exitCode: exitCodes.infrastructure,
    nextStep: "Rufen Sie den Befehl noch einmal auf, wenn es weitergehen soll.",
    cause,
  });
}
