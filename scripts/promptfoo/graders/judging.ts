import type { MessagePort } from "node:worker_threads";
import { makeBudget, type Spending } from "../../../engine/budget.ts";
import type { Purse } from "../../../engine/pay-for-call.ts";

/** What models that judge have in common in a command. */
export interface Judging {
  /** The file of settings in which they stand; absent: the one that is found where the command was typed. */
  readonly config?: string | undefined;
  readonly budget: Purse;
  readonly signal: AbortSignal;
}

let current: Judging = { budget: makeBudget(undefined), signal: new AbortController().signal };

/** From now on models judge so; call it before the first of them is asked. */
export function judgeWith(judging: Judging): void {
  current = judging;
}

export function currentJudging(): Judging {
  return current;
}

/** What the thread asks of the purse, and what it is told. */
type PurseRequest =
  | { readonly id: number; readonly reserve: number }
  | { readonly settled: number; readonly spending: Spending };
interface PurseReply {
  readonly id: number;
  readonly fits: boolean;
}

/** Serves the purse of this process to the thread in which models judge. */
export function servePurse(port: MessagePort): void {
  port.on("message", (request: PurseRequest) => {
    const { budget, signal } = current;
    if ("settled" in request) budget.settle(request.settled, request.spending);
    else {
      void budget.reserve(request.reserve, signal).then((fits) => {
        port.postMessage({ id: request.id, fits } satisfies PurseReply);
      });
    }
  });
  port.unref();
}

/** The purse as the thread sees it. */
export function purseBehind(port: MessagePort): Purse {
  const waiting = new Map<number, (fits: boolean) => void>();
  let asked = 0;
  port.on("message", ({ id, fits }: PurseReply) => {
    waiting.get(id)?.(fits);
    waiting.delete(id);
  });
  port.unref();
  return {
    reserve: async (euro) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        port.postMessage({ id: asked, reserve: euro } satisfies PurseRequest);
      }),
    settle: (settled, spending) => {
      port.postMessage({ settled, spending } satisfies PurseRequest);
    },
  };
}
