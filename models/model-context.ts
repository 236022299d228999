import type { Model, ModelConfig, ModelDescription, ModelRequest } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import type { NetworkSettings } from "./network.ts";

/** What a way of reaching a model may know of its surroundings. */
export interface ModelContext {
  /** Variables of the process; only those with the key, a proxy and `PATH` are read. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder of the user for fetched weights, see `cacheFolder`. */
  readonly cacheFolder: string;
  /** Milliseconds for a whole call: connection, headers and body. Default 300 000. */
  readonly deadlineMs?: number | undefined;
  /** Folder from which paths in a model's id go. Default: the working directory. */
  readonly startFolder?: string | undefined;
  /** Proxy and certificate authorities; absent: what the variables say. */
  readonly network?: NetworkSettings | undefined;
  /** Reads an earlier run for the way `replay`. */
  readonly earlierRun?: ((folder: string) => Promise<EarlierRun>) | undefined;
  /** True: code of this machine that a model's id or settings name may run (`--allow-code`). */
  readonly allowCode?: boolean | undefined;
  /** Where to say that opening a model takes a while (only `llama:hf:`). */
  readonly report?: ((message: string) => void) | undefined;
}

/** A finished or broken-off run, as far as its answers are looked up. */
export interface EarlierRun {
  readonly runId: string;
  readonly models: readonly ModelDescription[];
  /** What came back when a model was asked exactly this; absent when it never was. */
  readonly find: (model: ModelDescription, request: ModelRequest) => Outcome | undefined;
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
