import type { Model, ModelDescription, ModelRequest } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import type { EndpointCard } from "./endpoint-card.ts";
import type { EndpointFinding } from "./endpoint-check.ts";
import { connectionFailure } from "./connection-failure.ts";
import { readRefusal, refusalOutcome, type CallSituation } from "./endpoint-failure.ts";
import { webPageAnswer } from "./reply-body.ts";

/** A question under way: what is asked, what is known, and when to stop. */
export interface EndpointCall {
  readonly request: ModelRequest;
  readonly situation: CallSituation;
  /** Aborted by the run or by the deadline. */
  readonly signal: AbortSignal;
}

/** What one way adds to what all models behind an address have in common. */
export interface EndpointWay<Client extends { readonly close: () => Promise<void> }> {
  readonly card: EndpointCard;
  readonly description: ModelDescription;
  /** Calls at once where the configuration sets no limit, and how many it begins with. */
  readonly concurrency: { readonly most: number; readonly first: number };
  readonly connect: () => Promise<Client>;
  /** Looks whether the endpoint is there; throws a `UserError`. */
  readonly check: (client: Client, report: (message: string) => void) => Promise<EndpointFinding>;
  /** One request; may throw what the library throws. */
  readonly ask: (client: Client, call: EndpointCall) => Promise<Outcome>;
}

/** Calls at once at an address that may serve many people. */
export const sharedConcurrency = { most: 64, first: 4 };

/**
 * A model behind an address. The library is loaded with the first request; the deadline covers
 * connection, headers and body; whatever the library throws becomes a `failed` outcome.
 */
export function defineEndpointModel<Client extends { readonly close: () => Promise<void> }>(
  way: EndpointWay<Client>,
): Model {
  const { card, description, concurrency } = way;
  let connection: Promise<Client> | undefined;
  let finding: EndpointFinding = { isWebPage: false };
  const connect = () => (connection ??= way.connect());
  return {
    description,
    concurrency: description.limits.concurrency ?? concurrency.most,
    startConcurrency: concurrency.first,
    prepare: async (report) => {
      finding = await way.check(await connect(), report);
    },
    call: async (request, signal) => {
      const client = await connect();
      const clock = startDeadline(card.deadlineMs, signal);
      const situation = { ...card, signal, deadline: clock.deadline };
      const ask = async () => way.ask(client, { request, situation, signal: clock.either });
      try {
        return noInterface(await settle(situation, ask), finding, situation);
      } finally {
        clock.stop();
      }
    },
    close: async () => {
      const open = await connection?.catch(() => undefined);
      connection = undefined;
      await open?.close();
    },
  };
}

interface Deadline {
  /** Aborted when the time is over. */
  readonly deadline: AbortSignal;
  /** Aborted by the run or when the time is over. */
  readonly either: AbortSignal;
  readonly stop: () => void;
}

/**
 * A deadline that leaves nothing behind when the call is done. `AbortSignal.timeout` and
 * `AbortSignal.any` would keep every call of the last minutes in memory until its time is over.
 */
function startDeadline(ms: number, run: AbortSignal): Deadline {
  const deadline = new AbortController();
  const either = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort();
    either.abort(deadline.signal.reason);
  }, ms);
  const onRun = (): void => either.abort(run.reason);
  if (run.aborted) onRun();
  run.addEventListener("abort", onRun, { once: true });
  return {
    deadline: deadline.signal,
    either: either.signal,
    stop: () => {
      clearTimeout(timer);
      run.removeEventListener("abort", onRun);
    },
  };
}

/** Two web pages, in place of the list and of an answer: asking again is of no use. */
function noInterface(
  outcome: Outcome,
  { isWebPage }: EndpointFinding,
  { host }: CallSituation,
): Outcome {
  if (!isWebPage || outcome.status === "completed" || outcome.message !== webPageAnswer) {
    return outcome;
  }
  const message = `${webPageAnswer} Auch statt der Liste der Modelle kam von ${host} eine Webseite.`;
  return { status: "failed", code: "model-not-found", message };
}

async function settle(situation: CallSituation, ask: () => Promise<Outcome>): Promise<Outcome> {
  const started = performance.now();
  try {
    const outcome = await ask();
    if (outcome.status === "failed") return outcome;
    const elapsed = performance.now() - started;
    const loadMs = outcome.timing?.loadMs;
    const totalMs = Math.max(0, elapsed - (loadMs ?? 0));
    return { ...outcome, timing: { ...outcome.timing, totalMs } };
  } catch (error) {
    const refusal = readRefusal(error);
    return refusal === undefined
      ? connectionFailure(error, situation)
      : refusalOutcome(refusal, situation);
  }
}
