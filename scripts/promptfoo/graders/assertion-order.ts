import type { MessagePort } from "node:worker_threads";
import type { AssertionOrder } from "../../../bridges/promptfoo/run-assertions.ts";
import type { Judgement } from "../../../core/grader.ts";

export type { AssertionOrder };

/** What the thread is sent: an order, where the judgement goes, and what wakes a caller that waits. */
export interface AssertionMessage {
  readonly order: AssertionOrder;
  readonly port: MessagePort;
  readonly bell: Int32Array;
}

/** What the thread begins with. */
export interface ThreadData {
  /** The file of settings in which models that judge stand. */
  readonly config: string | undefined;
  /** Where they are paid from, see judging.ts. */
  readonly purse: MessagePort;
}

/** What comes back. */
export type AssertionReply = { readonly judgement: Judgement } | { readonly refusal: string };
