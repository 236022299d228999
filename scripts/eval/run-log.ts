import type { RunEvent } from "../../engine/run-event.ts";
import type { BareLogEvent } from "./log-event.ts";

/** How stderr is written: for a person, or a JSON object per line for a program. */
export type LogFormat = "text" | "json";

/** Tells on stderr what a run does while it goes on. */
export interface RunLog {
  readonly onEvent: (event: RunEvent) => void;
  /** Something to heed that is no error. */
  readonly warn: (message: string) => void;
  /** A person wants the run to end. */
  readonly interrupt: (message: string) => void;
  readonly finish: (summary: Omit<Extract<BareLogEvent, { event: "run-finish" }>, "event">) => void;
  /** Gives the terminal back. */
  readonly stop: () => void;
}
