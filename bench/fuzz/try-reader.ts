import { UserError } from "../../core/user-error.ts";
import type { FuzzReader } from "./readers.ts";

/**
 * Lets a reader read bytes. Reading them and refusing them with a sentence are both fine; gives what
 * went wrong otherwise: an error that is no `UserError`, or one that does not say what to do.
 */
export async function tryReader(
  reader: FuzzReader,
  bytes: Uint8Array,
): Promise<string | undefined> {
  try {
    await reader.read(bytes);
    return undefined;
  } catch (cause) {
    if (!(cause instanceof UserError)) {
      return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    }
    const hasWords = cause.message.trim() !== "" && cause.nextStep.trim() !== "";
    const hasStack = /\n\s+at \S+ \(/u.test(cause.message);
    return hasWords && !hasStack ? undefined : `not a sentence: ${cause.message}`;
  }
}
