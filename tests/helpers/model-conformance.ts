import { onTestFinished } from "vitest";
import { modelConfigSchema, type Model, type ModelRequest } from "../../core/model.ts";
import { outcomeSchema, type Outcome } from "../../core/outcome.ts";
import { openModel } from "../../models/registry.ts";
import { startStub, type Behaviour, type StubEndpoint } from "../models/stub-endpoint.ts";
import type { Protocol } from "./model-protocols.ts";

/** The key of every call; it must show up in no outcome. */
export const secretKey = "geheim-4711-0815-abcdef";

interface Called {
  readonly outcome: Outcome;
  readonly stub: StubEndpoint;
}

interface CallSetting {
  /** Milliseconds; by default ten seconds, which no test is to reach. */
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
  readonly question?: string;
}

/** A stub, and a model of the protocol's way that talks to it; both end with the test. */
export async function openAgainst(
  protocol: Protocol,
  behave: Behaviour,
  deadlineMs = 10_000,
): Promise<{ readonly model: Model; readonly stub: StubEndpoint }> {
  const stub = await startStub(behave);
  onTestFinished(() => stub.close());
  const model = await openModel(
    modelConfigSchema.parse(protocol.config(stub.baseURL.replace(/\/v1$/u, ""))),
    { environment: { [protocol.keyEnv]: secretKey }, cacheFolder: "unused", deadlineMs },
  );
  onTestFinished(() => model.close());
  return { model, stub };
}

/** The question that all conformance tests ask. */
export function questionOf(protocol: Protocol, content = "Was kostet der Ausweis?"): ModelRequest {
  return {
    messages: [
      { role: "system", content: "Du hilfst im Bürgerbüro." },
      { role: "user", content },
    ],
    temperature: 0,
    seed: 7,
    maxTokens: protocol.maxTokens,
  };
}

/** Makes one call; the outcome has the recorded form and holds no key, or this throws. */
export async function callAgainst(
  protocol: Protocol,
  behave: Behaviour,
  setting: CallSetting = {},
): Promise<Called> {
  const { model, stub } = await openAgainst(protocol, behave, setting.deadlineMs);
  const signal = setting.signal ?? new AbortController().signal;
  const outcome = await model.call(questionOf(protocol, setting.question), signal);
  if (JSON.stringify(outcome).includes(secretKey)) throw new Error("the key is in the outcome");
  return { outcome: outcomeSchema.parse(outcome), stub };
}

interface SentAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
}

/** Answers with a body of the protocol's own kind. */
export function answerAs(protocol: Protocol, answer: SentAnswer): Behaviour {
  const { status = 200, headers = {}, body } = answer;
  return (response) => {
    const contentType = status === 200 ? protocol.contentType : "application/json";
    response.writeHead(status, { "content-type": contentType, ...headers });
    response.end(body);
  };
}

/** Rows of the fault table that come with a status: what is sent, and what it has to become. */
export const refusals = [
  [429, { "retry-after": "1" }, "slow down", "rate-limit", 1000],
  [429, { "retry-after": "90" }, "slow down", "rate-limit", 90_000],
  [429, { "retry-after-ms": "250" }, "slow down", "rate-limit", 250],
  [429, { "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, "slow down", "rate-limit", 0],
  [429, {}, "slow down", "rate-limit", undefined],
  [429, { "x-should-retry": "false" }, "no credit", "authentication", undefined],
  [400, {}, "bad field", "internal", undefined],
  [400, {}, "the input exceeds the context length", "context-too-long", undefined],
  [401, {}, `bad key ${secretKey}`, "authentication", undefined],
  [403, {}, "not yours", "authentication", undefined],
  [404, {}, "model not found", "model-not-found", undefined],
  [413, {}, "too large", "context-too-long", undefined],
  [500, {}, "oops", "overload", undefined],
  [503, { "retry-after": "2", "x-should-retry": "true" }, "busy", "overload", 2000],
  [529, { "x-should-retry": "true" }, "overloaded", "overload", undefined],
] as const;

interface Trouble {
  readonly behave: (protocol: Protocol) => Behaviour;
  /** Codes that are right; which one depends on where the protocol's library notices. */
  readonly codes: readonly string[];
  /** Milliseconds, where only the deadline ends the call. */
  readonly deadlineMs?: number;
}

const malformed = ["malformed-answer"];

/** Rows of the fault table without an honest status. */
export const troubles: Readonly<Record<string, Trouble>> = {
  "a connection reset before the headers": {
    behave: () => (response) => response.socket?.resetAndDestroy(),
    codes: ["network"],
  },
  "a connection reset in the body": {
    behave: (protocol) => (response) => {
      response.writeHead(200, { "content-type": protocol.contentType });
      response.write(protocol.answer().slice(0, 60), () => response.socket?.resetAndDestroy());
    },
    codes: ["network"],
  },
  "headers that never come": { behave: () => () => {}, codes: ["timeout"], deadlineMs: 150 },
  "a body that never ends": {
    behave: (protocol) => (response) => {
      response.writeHead(200, { "content-type": protocol.contentType });
      response.write(protocol.answer().slice(0, 60));
    },
    codes: ["timeout"],
    deadlineMs: 150,
  },
  "a content-length that is too large": {
    behave: (protocol) => (response) => {
      const body = protocol.answer();
      const length = Buffer.byteLength(body) + 100;
      response.writeHead(200, { "content-type": protocol.contentType, "content-length": length });
      response.end(body);
    },
    codes: ["timeout", "network"],
    deadlineMs: 150,
  },
  "half an answer": {
    behave: (protocol) => {
      const body = protocol.answer();
      return answerAs(protocol, { body: body.slice(0, body.length - 40) });
    },
    codes: malformed,
  },
  "a login page with status 200": {
    behave: (protocol) =>
      answerAs(protocol, {
        headers: { "content-type": "text/html" },
        body: "<!doctype html><html><body>Anmeldung</body></html>",
      }),
    codes: malformed,
  },
  "an error object with status 200": {
    behave: (protocol) => answerAs(protocol, { body: '{"error":{"message":"model crashed"}}' }),
    codes: malformed,
  },
  "an error text with status 200": {
    behave: (protocol) => answerAs(protocol, { body: '{"error":"model crashed"}' }),
    codes: malformed,
  },
  "an overload with status 200": {
    behave: (protocol) =>
      answerAs(protocol, { body: '{"error":{"type":"overloaded_error","message":"busy"}}' }),
    codes: ["overload"],
  },
  "an empty body": { behave: (protocol) => answerAs(protocol, { body: "" }), codes: malformed },
  "a status without a body": {
    behave: (protocol) => answerAs(protocol, { status: 204, body: "" }),
    codes: ["malformed-answer", "internal"],
  },
  "a JSON null": { behave: (protocol) => answerAs(protocol, { body: "null" }), codes: malformed },
  "JSON of another form": {
    behave: (protocol) => answerAs(protocol, { body: '{"text":"Der Ausweis kostet 37 Euro."}' }),
    codes: malformed,
  },
  "a stream without its end marker": {
    behave: (protocol) => streamed(protocol, (events) => events.slice(0, -1)),
    codes: malformed,
  },
  "a stream that ends after its first part": {
    behave: (protocol) => streamed(protocol, (events) => events.slice(0, 1)),
    codes: malformed,
  },
  "a stream with every part twice": {
    behave: (protocol) => streamed(protocol, (events) => events.flatMap((event) => [event, event])),
    codes: malformed,
  },
  "a stream that comes twice": {
    behave: (protocol) => streamed(protocol, (events) => [...events, ...events]),
    codes: malformed,
  },
  "a stream with its text twice": {
    behave: (protocol) =>
      streamed(protocol, (events) =>
        events.flatMap((event) => (/Ausweis|kostet|Euro/u.test(event) ? [event, event] : [event])),
      ),
    codes: malformed,
  },
};

function streamed(protocol: Protocol, change: (events: string[]) => string[]): Behaviour {
  const events = protocol.stream(["Der Ausweis ", "kostet ", "37 Euro."]);
  const headers = { "content-type": "text/event-stream" };
  return answerAs(protocol, { headers, body: change(events).join("") });
}
