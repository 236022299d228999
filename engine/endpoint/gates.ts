import type { ModelDescription } from "../../core/model.ts";
import { makeEndpointGate } from "./endpoint-gate.ts";
import type { EndpointGate, GateContext } from "./gate.ts";
import type { Streak } from "./failure-streak.ts";

/** How many calls a model starts with and takes at the most. */
export interface Concurrency {
  readonly start: number;
  readonly most: number;
}

/** The gates of a run, one per endpoint; models at the same endpoint share it. */
export interface Gates {
  readonly gateOf: (model: ModelDescription, concurrency: Concurrency) => EndpointGate;
  readonly close: () => void;
}

/** As for one gate, and which endpoint it is that fails. */
export interface GatesContext extends Omit<GateContext, "onStreak"> {
  readonly patienceMs: number;
  readonly onStreak?: ((trouble: EndpointTrouble) => Promise<"continue" | "stop">) | undefined;
}

/** Equal failures in a row at an endpoint. */
export interface EndpointTrouble extends Streak {
  readonly endpoint: string;
}

/**
 * Makes gates as they are asked for. Where several models share an endpoint the strictest of their
 * limits per minute holds for all.
 */
export function makeGates(models: readonly ModelDescription[], context: GatesContext): Gates {
  const gates = new Map<string, EndpointGate>();
  return {
    gateOf: (model, concurrency) => {
      const key = endpointKey(model);
      const found = gates.get(key);
      if (found !== undefined) return found;
      const shared = models
        .filter((other) => endpointKey(other) === key)
        .map(({ limits }) => limits);
      const gate = makeEndpointGate(
        {
          ...concurrency,
          requestsPerMinute: strictest(shared.map((limits) => limits.requestsPerMinute)),
          tokensPerMinute: strictest(shared.map((limits) => limits.tokensPerMinute)),
          patienceMs: context.patienceMs,
        },
        { ...context, onStreak: streakOf(model.endpoint, context) },
      );
      gates.set(key, gate);
      return gate;
    },
    close: () => {
      for (const gate of gates.values()) gate.close();
    },
  };
}

function streakOf(endpoint: string, { onStreak }: GatesContext): GateContext["onStreak"] {
  return onStreak && (async (streak) => onStreak({ ...streak, endpoint }));
}

/** Models on this machine have a gate of their own. */
function endpointKey({ id, endpoint }: ModelDescription): string {
  return endpoint === "embedded" || endpoint === "unknown" ? `${endpoint} ${id}` : endpoint;
}

function strictest(limits: readonly (number | undefined)[]): number | undefined {
  const known = limits.filter((limit) => limit !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
