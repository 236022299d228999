import type { Model, ModelConfig } from "../core/model.ts";

/** What a way of reaching a model may know of its surroundings. */
export interface ModelContext {
  /** Variables of the process; only the one with the key (`keyVariable`) and `PATH` are read. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder of the user for fetched weights, see `cacheFolder`. */
  readonly cacheFolder: string;
  /** Milliseconds for a whole call: connection, headers and body. Default 300 000. */
  readonly deadlineMs?: number | undefined;
}

/** Milliseconds a call may take when the context names none. */
export const defaultDeadlineMs = 300_000;

/** What has to be opened: `name` is the part of the id after the colon. */
export interface ModelOrder {
  readonly name: string;
  readonly config: ModelConfig;
  readonly context: ModelContext;
}

/** One way of reaching a model. Its heavy imports happen inside `open`. */
export type OpenWay = (order: ModelOrder) => Promise<Model>;
