import type { RunEvent } from "../../engine/run-event.ts";
import type { BareLogEvent } from "./log-event.ts";

/** How stderr is written: for a person, or a JSON object per line for a program. */
export type LogFormat = "text" | "json";

/** Tells on stderr what a run does while it goes on. */
export interface RunLog {
  readonly onEvent: (event: RunEvent) => void;
  /** Something to heed that is no error. */
  readonly warn: (message: string) => void;
  /** Something for a person alone: what goes on while nothing is counted. */
  readonly note: (message: string) => void;
  /** A person wants the run to end. */
  readonly interrupt: (message: string) => void;
  readonly finish: (summary: Omit<Extract<BareLogEvent, { event: "run-finish" }>, "event">) => void;
  /** Keeps the terminal free of progress while a person is asked something. */
  readonly free: <Answer>(question: () => Promise<Answer>) => Promise<Answer>;
  /** Gives the terminal back; what comes later is told in plain lines. */
  readonly stop: () => void;
}
