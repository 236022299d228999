import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listenOnLoopback } from "./listen-on-loopback.ts";

/** What a client sent to the stub. */
export interface ChatBody {
  readonly model?: string;
  readonly messages?: readonly { readonly content: string }[];
}

/** A loopback server that speaks the Chat Completions protocol. */
export interface ChatServer {
  readonly baseURL: string;
  readonly bodies: readonly ChatBody[];
}

/** Starts a server that answers each chat with what `answer` gives; it ends with the test. */
export async function startChatServer(
  answer: (body: ChatBody, call: number) => string | Promise<string>,
): Promise<ChatServer> {
  const bodies: ChatBody[] = [];
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader("content-type", "application/json");
    if (request.method === "GET") {
      response.end(JSON.stringify({ object: "list", data: [{ id: "stub", object: "model" }] }));
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as ChatBody;
    bodies.push(body);
    const content = await answer(body, bodies.length - 1);
    response.end(JSON.stringify(completion(content)));
  };
  const port = await listenOnLoopback(server);
  return { baseURL: `http://127.0.0.1:${port}/v1`, bodies };
}

function completion(content: string) {
  return {
    id: "c1",
    object: "chat.completion",
    created: 1,
    model: "stub",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  };
}
