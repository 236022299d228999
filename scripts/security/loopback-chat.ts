import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on this machine that plays a model. */
export interface LoopbackChat {
  readonly baseURL: string;
  /** Questions that came. */
  readonly questions: () => number;
  readonly close: () => void;
}

/** What is done with a question; `call` counts from 0. */
export type Behave = (response: ServerResponse, request: IncomingMessage, call: number) => void;

/** Starts a server that speaks the Chat Completions protocol; its list of models names `stub`. */
export async function startLoopbackChat(behave: Behave): Promise<LoopbackChat> {
  let questions = 0;
  const server = createServer((request, response) => {
    if (request.method === "GET") {
      response.end(JSON.stringify({ object: "list", data: [{ id: "stub", object: "model" }] }));
      return;
    }
    const call = questions;
    questions += 1;
    request.resume().on("end", () => behave(response, request, call));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    questions: () => questions,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A Chat Completion with an answer. */
export function completionOf(content: string): string {
  return JSON.stringify({
    id: "c1",
    object: "chat.completion",
    created: 1,
    model: "stub",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  });
}
