import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { once } from "node:events";
import type { Judgement } from "../../../core/grader.ts";
import type {
  AssertionMessage,
  AssertionOrder,
  AssertionReply,
  ThreadData,
} from "./assertion-order.ts";
import { currentJudging, servePurse } from "./judging.ts";

/** Milliseconds a judgement without a model may take, and the first one, which loads promptfoo. */
const patienceMs = { first: 120_000, later: 20_000 };

let worker: Worker | undefined;
let isWarm = false;

/**
 * Lets promptfoo judge and waits for it: graders answer at once, promptfoo does not. An assertion that
 * takes longer than 20 s (a regular expression can take for ever) is stopped and unscored.
 */
export function judgeNow(order: AssertionOrder, patience = patienceMs): Judgement {
  const { port, bell } = send(order);
  const said = Atomics.wait(bell, 0, 0, isWarm ? patience.later : patience.first);
  if (said === "timed-out") {
    void worker?.terminate();
    worker = undefined;
    isWarm = false;
    return { status: "unscored", reason: "promptfoo hat zu lange gebraucht und wurde angehalten." };
  }
  isWarm = true;
  return judgementOf(receiveMessageOnPort(port)?.message as AssertionReply | undefined);
}

/** As {@link judgeNow}, for assertions that ask a model; other work goes on meanwhile. */
export async function judgeLater(order: AssertionOrder): Promise<Judgement> {
  const { port } = send(order);
  const [message] = (await once(port, "message")) as [AssertionReply];
  return judgementOf(message);
}

function send(order: AssertionOrder): {
  readonly port: MessageChannel["port1"];
  readonly bell: Int32Array;
} {
  worker ??= startWorker();
  const { port1, port2 } = new MessageChannel();
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const message: AssertionMessage = { order, port: port2, bell };
  worker.postMessage(message, [port2]);
  return { port: port1, bell };
}

/** Its variables are a copy: what promptfoo is told does not change this process. */
function startWorker(): Worker {
  const { port1, port2: purse } = new MessageChannel();
  servePurse(port1);
  const data: ThreadData = { config: currentJudging().config, purse };
  const started = new Worker(new URL("./assertion-thread.ts", import.meta.url), {
    workerData: data,
    transferList: [purse],
    env: { ...process.env },
    execArgv: argumentsFor(process.execArgv),
  });
  started.unref();
  return started;
}

/** A thread takes no settings of the memory, which `npm run eval` starts with; it refuses to begin. */
export function argumentsFor(own: readonly string[]): string[] {
  return own.filter((word) => !/^--(?:max|min|heap|semi)[a-z-]*=/u.test(word));
}

function judgementOf(reply: AssertionReply | undefined): Judgement {
  if (reply === undefined) return { status: "unscored", reason: "promptfoo hat nichts gesagt." };
  if ("judgement" in reply) return reply.judgement;
  return { status: "unscored", reason: `promptfoo konnte nicht urteilen: ${reply.refusal}` };
}
