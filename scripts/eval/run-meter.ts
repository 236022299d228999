import type { ModelShare } from "../../engine/run-event.ts";
import { makeModelPace, type ModelPace } from "./model-pace.ts";

/** How a model is doing. */
export type ModelState = "waiting" | "running" | "finished" | "stopped";

/** A model's progress. */
export interface ModelProgress {
  readonly model: string;
  readonly state: ModelState;
  readonly done: number;
  readonly total: number;
  /** Attempts that failed and were made again. */
  readonly retries: number;
}

/** A run's progress; what is not known is absent. */
export interface RunProgress {
  readonly done: number;
  readonly total: number;
  readonly perMinute?: number | undefined;
  /** Milliseconds to the end; cached answers do not count for the pace. */
  readonly leftMs?: number | undefined;
  /** True when the pace of a model that still has to run is not known yet. */
  readonly leftIsAtLeast: boolean;
}

/** Counts the trials of a run by model and tells what is left. */
export interface RunMeter {
  readonly start: (models: readonly ModelShare[]) => void;
  readonly begin: (model: string) => void;
  /** Counts a finished trial; one from the cache took no time and says nothing about the pace. */
  readonly tick: (model: string, isCached: boolean) => void;
  /** Counts an attempt that failed and is made again. */
  readonly retry: (model: string) => void;
  /** No more trials of the model; `isStopped` when some are left. */
  readonly end: (model: string, isStopped: boolean) => void;
  readonly progress: () => RunProgress;
  readonly models: () => readonly ModelProgress[];
}

interface Counter {
  readonly model: string;
  readonly lane: number;
  readonly total: number;
  done: number;
  retries: number;
  state: ModelState;
  pace?: ModelPace;
}

/**
 * Makes a meter over a monotonic clock in milliseconds. Each model has a pace of its own, so that quick
 * ones say nothing about slow ones; models of a lane come one after the other.
 */
export function makeRunMeter(now: () => number): RunMeter {
  const counters = new Map<string, Counter>();
  return {
    start: (models) => {
      for (const share of models) {
        const state = share.done === share.total ? "finished" : "waiting";
        counters.set(share.model, { ...share, state, retries: 0 });
      }
    },
    begin: (model) => {
      const counter = counters.get(model);
      if (counter !== undefined) Object.assign(counter, begun(now()));
    },
    tick: (model, isCached) => {
      const counter = counters.get(model);
      if (counter === undefined) return;
      counter.done += 1;
      if (!isCached) counter.pace?.tick(now());
    },
    retry: (model) => {
      const counter = counters.get(model);
      if (counter !== undefined) counter.retries += 1;
    },
    end: (model, isStopped) => {
      const counter = counters.get(model);
      if (counter !== undefined) counter.state = isStopped ? "stopped" : "finished";
    },
    progress: () => summarize([...counters.values()]),
    models: () =>
      counters
        .values()
        .map(({ model, state, done, total, retries }) => ({ model, state, done, total, retries }))
        .toArray(),
  };
}

function begun(at: number): Pick<Counter, "state" | "pace"> {
  return { state: "running", pace: makeModelPace(at) };
}

function summarize(counters: readonly Counter[]): RunProgress {
  const open = counters.filter(({ state }) => state === "waiting" || state === "running");
  const left = open.map((counter) => ({ lane: counter.lane, ms: leftOf(counter) }));
  const known = left.filter(({ ms }) => ms !== undefined);
  const lanes = Map.groupBy(known, ({ lane }) => lane).values();
  const sums = lanes.map((lane) => lane.reduce((sum, { ms = 0 }) => sum + ms, 0)).toArray();
  const paces = open.flatMap(({ state, pace }) =>
    state === "running" ? (pace?.perMs() ?? []) : [],
  );
  return {
    done: counters.reduce((sum, { done }) => sum + done, 0),
    total: counters.reduce((sum, { total }) => sum + total, 0),
    ...(paces.length > 0 && { perMinute: 60_000 * paces.reduce((sum, pace) => sum + pace, 0) }),
    ...(sums.length > 0 && { leftMs: Math.max(...sums) }),
    leftIsAtLeast: known.length < left.length,
  };
}

function leftOf({ pace, total, done }: Counter): number | undefined {
  const perMs = pace?.perMs();
  return perMs === undefined ? undefined : (total - done) / perMs;
}
