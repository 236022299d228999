import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What arrived at the stub. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

export interface StubEndpoint {
  readonly baseURL: string;
  readonly received: ReceivedRequest[];
  readonly close: () => Promise<void>;
}

/** What the stub does with a request; a real HTTP server on the loopback, so real sockets break. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** Starts a server that behaves the same towards every request. */
export async function startStub(behave: Behaviour): Promise<StubEndpoint> {
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
    });
    request.on("end", () => {
      received.push({
        method: request.method ?? "",
        path: request.url ?? "",
        headers: request.headers,
        body: text === "" ? undefined : (JSON.parse(text) as unknown),
      });
      behave(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Sends a complete reply. */
export function reply({ status = 200, headers = {}, body = "" }: Reply): Behaviour {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body);
  };
}

/** A Chat Completion as servers send it, with parts replaced. */
export function completion(choice: object = {}, rest: object = {}): string {
  const message = { role: "assistant", content: "Der Ausweis kostet 37 Euro." };
  return JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "haus-modell",
    choices: [{ index: 0, message, finish_reason: "stop", ...choice }],
    usage: { prompt_tokens: 12, completion_tokens: 7, total_tokens: 19 },
    ...rest,
  });
}
