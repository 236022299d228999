import { createInterface } from "node:readline/promises";
import type { EndpointTrouble } from "../../engine/endpoint/gates.ts";

/** Streams of a terminal; somebody sits there when both are one. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/**
 * Asks whether an endpoint that failed again and again is to be tried further. Where nobody sits at
 * a terminal the answer is no: the models at this endpoint stop, the others go on, and `--resume`
 * takes the run up again.
 */
export async function askToGoOn(
  { endpoint, length, message }: EndpointTrouble,
  { input, output }: Terminal,
  signal: AbortSignal,
): Promise<"continue" | "stop"> {
  if (!input.isTTY || !output.isTTY) return "stop";
  const lines = createInterface({ input, output });
  try {
    const text = `\n${endpoint}: ${length} gleiche Fehler nacheinander. ${message}\nWeiter versuchen? [j/N] `;
    const answer = await lines.question(text, { signal });
    return /^(?:j|ja|y)$/iu.test(answer.trim()) ? "continue" : "stop";
  } catch (cause) {
    if (signal.aborted) return "stop";
    throw cause;
  } finally {
    lines.close();
  }
}
