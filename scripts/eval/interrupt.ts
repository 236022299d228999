import { exitCodes } from "../../core/user-error.ts";

/** A process, as far as Ctrl-C goes. */
export interface SignalPlace {
  readonly on: (signal: "SIGINT" | "SIGTERM", listener: () => void) => unknown;
  readonly off: (signal: "SIGINT" | "SIGTERM", listener: () => void) => unknown;
  readonly exit: (code: number) => unknown;
}

/** The wish of a person to end a run. */
export interface Interrupt {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

/**
 * Ctrl-C once aborts the signal, so that the run ends cleanly; twice ends the process at once, which
 * loses nothing that was answered.
 */
export function onInterrupt(place: SignalPlace, tell: (message: string) => void): Interrupt {
  const controller = new AbortController();
  const listener = (): void => {
    if (controller.signal.aborted) {
      place.exit(exitCodes.infrastructure);
      return;
    }
    tell("Der Lauf wird beendet; noch einmal Strg-C bricht sofort ab.");
    controller.abort();
  };
  place.on("SIGINT", listener);
  place.on("SIGTERM", listener);
  return {
    signal: controller.signal,
    release: () => {
      place.off("SIGINT", listener);
      place.off("SIGTERM", listener);
    },
  };
}
