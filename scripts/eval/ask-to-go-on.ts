import { createInterface } from "node:readline/promises";
import type { EndpointTrouble } from "../../engine/endpoint/gates.ts";
import type { Interrupt } from "./interrupt.ts";

/** Streams of a terminal; somebody sits there when both are one. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** How questions are asked during a run. */
export interface QuestionPlace {
  readonly terminal: Terminal;
  readonly interrupt: Pick<Interrupt, "signal" | "request">;
  /** Keeps the terminal free of progress while something is asked. */
  readonly free: <Answer>(question: () => Promise<Answer>) => Promise<Answer>;
}

/** Asks about one endpoint after the other, see {@link askToGoOn}. */
export function askInTurn(
  place: QuestionPlace,
): (trouble: EndpointTrouble) => Promise<"continue" | "stop"> {
  let before: Promise<unknown> = Promise.resolve();
  return async (trouble) => {
    if (!isManned(place.terminal)) return "stop";
    const ask = async () => place.free(async () => askToGoOn(trouble, place));
    const answer = before.then(ask);
    before = answer.catch(() => undefined);
    return answer;
  };
}

/**
 * Asks whether an endpoint that failed again and again is to be tried further. Where nobody sits at
 * a terminal, or the input ends, the answer is no: the models at this endpoint stop, the others go on, and
 * `--resume` takes the run up again. Ctrl-C ends the run as it does everywhere.
 */
export async function askToGoOn(
  { endpoint, length, message }: EndpointTrouble,
  { terminal, interrupt: { signal, request } }: Omit<QuestionPlace, "free">,
): Promise<"continue" | "stop"> {
  if (!isManned(terminal)) return "stop";
  const lines = createInterface(terminal);
  // A terminal whose keys are read sends no signal; without a listener the question would break.
  lines.on("SIGINT", request);
  const noAnswer = new Promise<string>((resolve) => {
    lines.once("close", () => resolve(""));
  });
  try {
    const text = `\n${endpoint}: ${length} gleiche Fehler nacheinander. ${message}\nWeiter versuchen? [j/N] `;
    const answer = await Promise.race([lines.question(text, { signal }), noAnswer]);
    return /^(?:j|ja|y)$/iu.test(answer.trim()) ? "continue" : "stop";
  } catch (cause) {
    if (signal.aborted) return "stop";
    throw cause;
  } finally {
    lines.close();
  }
}

/** True when somebody sits there who can be asked. */
function isManned({ input, output }: Terminal): boolean {
  return input.isTTY && output.isTTY;
}
