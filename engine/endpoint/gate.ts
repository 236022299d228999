import type { Outcome } from "../../core/outcome.ts";
import type { Clock } from "../clock.ts";
import type { AdaptiveBounds } from "./adaptive-limit.ts";
import type { Streak } from "./failure-streak.ts";

/** What an endpoint may be asked. */
export interface GateLimits extends AdaptiveBounds {
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
  /** Longest pause in milliseconds that the endpoint may ask for; longer ones stop its models. */
  readonly patienceMs?: number | undefined;
}

/** Whoever wants to call an endpoint. */
export interface Visitor {
  readonly model: string;
  /** Tokens of question and answer, estimated before the call. */
  readonly tokens: number;
  readonly signal: AbortSignal;
}

/**
 * Lets calls through to one endpoint: as many at once as it takes (adaptive), at most so many requests
 * and tokens a minute, none while it asked for a pause or is down, and turn about among its models.
 */
export interface EndpointGate {
  /** Makes a call when it is its turn, and learns from what came. */
  readonly pass: (visitor: Visitor, call: () => Promise<Outcome>) => Promise<Outcome>;
  readonly state: () => GateState;
  /** Aborted, with the streak as reason, when the endpoint was given up. */
  readonly down: AbortSignal;
  /** Lets go of the clock; nobody is let in any more. */
  readonly close: () => void;
}

/** How an endpoint is doing, for whoever shows it. */
export interface GateState {
  readonly limit: number;
  readonly underWay: number;
  readonly waiting: number;
  /** Milliseconds until the pause is over; 0 without one. */
  readonly pauseMs: number;
}

export interface GateContext {
  readonly clock: Clock;
  /** 0..1, spreads the pauses of an endpoint that is down. */
  readonly random: () => number;
  /** Called after ten equal failures in a row; the endpoint rests until it is settled. */
  readonly onStreak?: ((streak: Streak) => Promise<"continue" | "stop">) | undefined;
}
