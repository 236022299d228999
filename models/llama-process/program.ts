import "./stay.ts";
import { UserError } from "../../core/user-error.ts";
import { answerWith } from "../llama-answer.ts";
import { loadWeights, readRuntimeFacts } from "../llama-weights.ts";
import type { LoadedWeights } from "../loaded-weights.ts";
import type {
  FromProcess,
  Numbered,
  SentError,
  Standing,
  Tasks,
  ToProcess,
  WeightsOrder,
} from "./messages.ts";

/*
 * The process of one embedded model. It does what it is told over the channel to the program that
 * started it, and ends with that channel: whatever happens to the program, no model stays behind.
 * Why it is a process of its own: docs/decisions/0056-a-process-for-each-model.md.
 */

/** What may end a task that is under way. */
interface Underway {
  readonly signal: AbortController;
  readonly deadline: AbortController;
}

const underway = new Map<number, Underway>();
let loaded: { readonly sequences: readonly LoadedWeights[]; readonly order: WeightsOrder };

process.on("message", (message) => void receive(message as ToProcess));
process.on("disconnect", end);
if (!process.connected) end();

/** At once: nothing here is worth saving, and an orderly end would wait for the native library. */
function end(): void {
  process.kill(process.pid, "SIGKILL");
}

async function receive(message: ToProcess): Promise<void> {
  if (message.task === "interrupt") {
    underway.get(message.id)?.[message.by].abort();
    return;
  }
  const { id } = message;
  underway.set(id, { signal: new AbortController(), deadline: new AbortController() });
  try {
    send({ id, result: await work(message) });
  } catch (error) {
    send({ id, error: sentError(error) });
  } finally {
    underway.delete(id);
  }
}

function send(message: FromProcess): void {
  if (process.connected) process.send?.(message);
}

async function work(message: Numbered): Promise<Tasks[Numbered["task"]]["result"]> {
  if (message.task === "facts") return await readRuntimeFacts();
  if (message.task === "load") {
    const { order } = message;
    loaded = { sequences: await loadWeights(order), order };
    return standing();
  }
  const { sequence, question } = message.order;
  const weights = loaded.sequences[sequence];
  const until = underway.get(message.id);
  if (weights === undefined || until === undefined) throw new RangeError(`no sequence ${sequence}`);
  const interrupts = { signal: until.signal.signal, deadline: until.deadline.signal };
  const { stop } = loaded.order;
  return { outcome: await answerWith({ weights, stop, ...interrupts }, question), ...standing() };
}

function standing(): Standing {
  return {
    evaluated: loaded.sequences.map((weights) => weights.evaluated()),
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
  };
}

function sentError(error: unknown): SentError {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof UserError)) return { message };
  const { code, exitCode, nextStep } = error;
  return { message, user: { code, exitCode, nextStep } };
}
