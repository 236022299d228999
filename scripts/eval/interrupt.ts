import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { exitCodes } from "../../core/user-error.ts";

/** A process, as far as Ctrl-C goes. */
export interface SignalPlace {
  readonly on: (signal: "SIGINT" | "SIGTERM", listener: () => void) => unknown;
  readonly off: (signal: "SIGINT" | "SIGTERM", listener: () => void) => unknown;
  readonly exit: (code: number) => unknown;
}

/** What a person gets to see of an interrupt. */
export interface InterruptView {
  readonly tell: (message: string) => void;
  /** Gives the terminal back; the process ends. */
  readonly stop: () => void;
}

/** The wish of a person to end a run. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** The same as a signal, for whoever reads the keys of the terminal and so keeps Ctrl-C for itself. */
  readonly request: () => void;
  /** Lets go of the signals: from now on one ends the process at once, as if nobody had listened. */
  readonly release: () => void;
  /** As `release`, after what belongs to a signal that came just now has arrived too. */
  readonly settle: () => Promise<void>;
}

/**
 * Milliseconds in which a further signal is the same wish. npm hands Ctrl-C on to a process that got it
 * from the terminal already (where `sh` is bash), and `timeout` signals its child and then its group.
 */
const echoMs = 300;

/**
 * Ctrl-C once aborts the signal, so that the run ends cleanly; twice ends the process at once, which
 * loses nothing that was answered.
 */
export function onInterrupt(
  place: SignalPlace,
  view: InterruptView,
  now: () => number = () => performance.now(),
): Interrupt {
  const controller = new AbortController();
  let firstAt = Number.NEGATIVE_INFINITY;
  const request = (): void => {
    if (!controller.signal.aborted) {
      firstAt = now();
      view.tell("Der Lauf wird beendet; noch einmal Strg-C bricht sofort ab.");
      controller.abort();
    } else if (now() - firstAt >= echoMs) {
      view.stop();
      place.exit(exitCodes.infrastructure);
    }
  };
  const release = (): void => {
    place.off("SIGINT", request);
    place.off("SIGTERM", request);
  };
  place.on("SIGINT", request);
  place.on("SIGTERM", request);
  return {
    signal: controller.signal,
    request,
    release,
    settle: async () => {
      const left = firstAt + echoMs - now();
      if (left > 0) await wait(left);
      release();
    },
  };
}
