import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { load } from "js-yaml";
import { messagesOf } from "../../bridges/promptfoo/import/render-prompt.ts";
import type { Message } from "../../core/model.ts";
import { questionKey } from "./answers.ts";

/** Name of the model that answers; every other one judges. */
export const answeringModel = "antwort";

/** A server on loopback that answers both harnesses alike. */
export interface WildStub {
  readonly baseURL: string;
  /** Fixed answers of the suite under test; asked for anything else it says so. */
  answers: ReadonlyMap<string, string>;
  /** Questions without an answer since the last suite. */
  unknown: number;
  readonly close: () => Promise<void>;
}

interface Body {
  readonly model?: string;
  readonly messages?: readonly Message[];
  readonly input?: unknown;
  /** Of the stub's own way, for promptfoo: the prompt as promptfoo rendered it. */
  readonly prompt?: string;
}

/**
 * Starts the stub. To a question it gives the fixed answer; as a judge it passes or fails by the hash of
 * what it is shown; embeddings are made of the hash of the text. The same request has the same reply.
 */
export async function startWildStub(): Promise<WildStub> {
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(replyTo(stub, request.url ?? "", body)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stub: WildStub = {
    baseURL: `http://127.0.0.1:${port}/v1`,
    answers: new Map(),
    unknown: 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stub;
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString("utf8");
  return (text === "" ? {} : JSON.parse(text)) as Body;
}

function replyTo(stub: WildStub, path: string, body: Body): object {
  if (path.endsWith("/answer"))
    return {
      output: answerTo(
        stub,
        messagesOf(body.prompt ?? "", (text) => load(text)),
      ),
    };
  if (path.endsWith("/models"))
    return { object: "list", data: [{ id: answeringModel, object: "model" }] };
  if (path.endsWith("/embeddings")) return embeddings(body);
  const said =
    body.model === answeringModel ? answerTo(stub, body.messages ?? []) : verdictOn(body);
  if (path.endsWith("/responses")) {
    const content = [{ type: "output_text", text: said }];
    return {
      id: "r",
      object: "response",
      status: "completed",
      output: [{ type: "message", role: "assistant", content }],
      usage,
    };
  }
  const message = { role: "assistant", content: said };
  return {
    id: "c",
    object: "chat.completion",
    choices: [{ index: 0, message, finish_reason: "stop" }],
    usage,
  };
}

const usage = {
  prompt_tokens: 1,
  completion_tokens: 1,
  total_tokens: 2,
  input_tokens: 1,
  output_tokens: 1,
};

function answerTo(stub: WildStub, messages: readonly Message[]): string {
  const answer = stub.answers.get(questionKey(messages));
  if (answer === undefined) stub.unknown += 1;
  return answer ?? "(diese Frage stellt die andere Seite nicht)";
}

/** A verdict in the forms that promptfoo's judges may take. */
function verdictOn({ messages, input }: Body): string {
  const pass = numberOf(JSON.stringify(messages ?? input)) % 2 === 0;
  return JSON.stringify({ pass, score: pass ? 1 : 0, reason: "Stub", category: pass ? "A" : "D" });
}

function embeddings({ input }: Body): object {
  const texts = (Array.isArray(input) ? input : [input]).map(String);
  const data = texts.map((text, index) => ({
    object: "embedding",
    index,
    embedding: Array.from({ length: 8 }, (_, at) => (numberOf(`${at}${text}`) % 1000) / 1000),
  }));
  return { object: "list", data, usage };
}

function numberOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE();
}
