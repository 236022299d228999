import type { Completed, Outcome } from "../../core/outcome.ts";
import { makeAdaptiveLimit } from "./adaptive-limit.ts";
import { makeFailureStreak, type Streak } from "./failure-streak.ts";
import { makeFairQueue } from "./fair-queue.ts";
import type { EndpointGate, GateContext, GateLimits, GateState, Visitor } from "./gate.ts";
import { makePacer } from "./pacer.ts";
import { makeTicker } from "./ticker.ts";

/** Equal failures in a row after which somebody is asked. */
export const longStreak = 10;
/** Equal failures in a row after which the endpoint is taken to be down. */
const shortStreak = 3;
/** Longest pause of an endpoint that is down, in milliseconds. */
const longestPause = 60_000;

export function makeEndpointGate(limits: GateLimits, context: GateContext): EndpointGate {
  const gate = new Gate(limits, context);
  return {
    pass: async (visitor, call) => gate.pass(visitor, call),
    state: () => gate.state(),
    down: gate.down.signal,
    close: () => gate.close(),
  };
}

/** A call that waits to be let in. */
interface Waiting {
  readonly tokens: number;
  readonly enter: () => void;
}

/** A call that was let in. */
interface Visit {
  readonly startedAt: number;
  readonly tokens: number;
}

class Gate {
  readonly down = new AbortController();
  readonly #context: GateContext;
  readonly #adaptive: ReturnType<typeof makeAdaptiveLimit>;
  readonly #requests: ReturnType<typeof makePacer>;
  readonly #tokens: ReturnType<typeof makePacer>;
  readonly #streak = makeFailureStreak();
  readonly #queue = makeFairQueue<Waiting>();
  readonly #ticker: ReturnType<typeof makeTicker>;
  readonly #patienceMs: number;
  #underWay = 0;
  #pausedUntil = 0;
  #isAsking = false;

  constructor(limits: GateLimits, context: GateContext) {
    this.#context = context;
    this.#patienceMs = limits.patienceMs ?? Number.POSITIVE_INFINITY;
    this.#adaptive = makeAdaptiveLimit(limits);
    this.#requests = makePacer(limits.requestsPerMinute, context.clock);
    this.#tokens = makePacer(limits.tokensPerMinute, context.clock);
    this.#ticker = makeTicker(context.clock, () => this.#admit());
  }

  async pass(visitor: Visitor, call: () => Promise<Outcome>): Promise<Outcome> {
    if (!(await this.#enter(visitor))) return aborted;
    const visit = { startedAt: this.#context.clock.now(), tokens: visitor.tokens };
    try {
      const outcome = await call();
      this.#learn(outcome, visit);
      return outcome;
    } finally {
      this.#underWay -= 1;
      this.#admit();
    }
  }

  state(): GateState {
    const pauseMs = Math.max(0, this.#pausedUntil - this.#context.clock.now());
    const limit = this.#adaptive.limit();
    return { limit, underWay: this.#underWay, waiting: this.#queue.size(), pauseMs };
  }

  close(): void {
    this.#ticker.stop();
  }

  /** Waits for the turn; an abort takes the visitor out of the queue. True when let in. */
  async #enter({ model, tokens, signal }: Visitor): Promise<boolean> {
    if (signal.aborted) return false;
    return new Promise((resolve) => {
      const entry: Waiting = {
        tokens,
        enter: () => {
          signal.removeEventListener("abort", onAbort);
          resolve(true);
        },
      };
      const onAbort = (): void => {
        this.#queue.remove(model, entry);
        resolve(false);
      };
      signal.addEventListener("abort", onAbort, { once: true });
      this.#queue.push(model, entry);
      this.#admit();
    });
  }

  /** Lets in as many as may go now, and comes back when the next one may. */
  #admit(): void {
    while (this.#queue.size() > 0 && !this.#isAsking && this.#underWay < this.#adaptive.limit()) {
      const delay = this.#delay();
      if (delay > 0) {
        this.#ticker.wakeIn(delay);
        return;
      }
      const next = this.#queue.shift();
      if (next === undefined) return;
      this.#requests.take(1);
      this.#tokens.take(next.tokens);
      this.#underWay += 1;
      next.enter();
    }
  }

  #delay(): number {
    const pause = this.#pausedUntil - this.#context.clock.now();
    return Math.max(pause, this.#requests.delay(), this.#tokens.delay());
  }

  #learn(outcome: Outcome, visit: Visit): void {
    const row = this.#streak.add(outcome);
    if (outcome.status === "completed") this.#praise(outcome, visit);
    else if (outcome.code === "rate-limit") {
      const finishedAt = this.#context.clock.now();
      this.#adaptive.onRateLimit({ startedAt: visit.startedAt, finishedAt });
      const asked = outcome.retryAfterMs ?? 0;
      if (asked <= this.#patienceMs) this.#pause(asked);
    } else if (row !== undefined && row.length >= shortStreak) this.#suffer(row);
  }

  #praise({ usage }: Completed, { startedAt, tokens }: Visit): void {
    const used = (usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0);
    if (used > 0) this.#tokens.correct(used - tokens);
    this.#adaptive.onSuccess({
      startedAt,
      finishedAt: this.#context.clock.now(),
      outputTokens: usage?.outputTokens,
      isSaturated: this.#underWay >= this.#adaptive.limit(),
    });
  }

  #suffer(row: Streak): void {
    const { random, onStreak } = this.#context;
    this.#adaptive.onTrouble();
    const bound = Math.min(longestPause, 1000 * 2 ** (row.length - shortStreak));
    this.#pause(bound * (0.5 + random() / 2));
    if (row.length % longStreak !== 0 || onStreak === undefined || this.#isAsking) return;
    this.#isAsking = true;
    void onStreak(row).then((decision) => {
      this.#isAsking = false;
      if (decision === "stop") this.down.abort(row);
      else this.#admit();
    });
  }

  #pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#context.clock.now() + ms);
  }
}

const aborted: Outcome = {
  status: "failed",
  code: "aborted",
  message: "Der Lauf wurde abgebrochen.",
};
