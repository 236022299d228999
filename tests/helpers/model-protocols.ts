/** What a stub answers, whatever the protocol: the parts that every provider has. */
export interface Said {
  readonly text?: string;
  readonly ending?: "stop" | "length" | "refusal" | "content-filter" | "unknown";
}

/** How one way speaks over the line, as its provider does. */
export interface Protocol {
  readonly name: string;
  /** The configuration; `baseURL` is the stub's address without a path. */
  readonly config: (baseURL: string) => object;
  /** Variable with the key, and the header that carries it. */
  readonly keyEnv: string;
  readonly keyHeader: (key: string) => readonly [name: string, value: string];
  readonly path: string;
  /** Endings that the protocol can express. */
  readonly endings: readonly NonNullable<Said["ending"]>[];
  /** Parts of the body that must have been sent. */
  readonly sent: object;
  /** Names that must not have been sent. */
  readonly unsent: readonly string[];
  readonly maxTokens: number;
  readonly answer: (said?: Said) => string;
  readonly contentType: string;
  readonly refusal: (problem: { readonly message: string; readonly code?: string }) => string;
  /** How the provider names used-up credit, with its status. */
  readonly quota: { readonly status: number; readonly code: string };
  /** Pieces of a stream that somebody might send; the last is the end marker. */
  readonly stream: (pieces: readonly string[]) => string[];
}

const question = [{ role: "user", content: "Was kostet der Ausweis?" }];
const system = "Du hilfst im Bürgerbüro.";
const bearer = (key: string) => ["authorization", `Bearer ${key}`] as const;
const standard = "Der Ausweis kostet 37 Euro.";

function sse(events: readonly object[]): string[] {
  return events.map((event) => {
    const name = "type" in event ? `event: ${String(event.type)}\n` : "";
    return `${name}data: ${JSON.stringify(event)}\n\n`;
  });
}

const openaiRefusal: Protocol["refusal"] = ({ message, code }) =>
  JSON.stringify({ error: { message, type: "invalid_request_error", param: null, code } });

function chatAnswer({ text = standard, ending = "stop" }: Said = {}): string {
  const refusal = ending === "refusal" ? { content: null, refusal: text } : { content: text };
  const reasons = { "content-filter": "content_filter", refusal: "stop", unknown: "tool_calls" };
  return JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "modell",
    choices: [
      {
        index: 0,
        message: { role: "assistant", ...refusal },
        finish_reason: new Map<string, string>(Object.entries(reasons)).get(ending) ?? ending,
      },
    ],
    usage: {
      prompt_tokens: 12,
      completion_tokens: 7,
      total_tokens: 19,
      prompt_tokens_details: { cached_tokens: 4 },
      completion_tokens_details: { reasoning_tokens: 3 },
    },
  });
}

const chat = {
  keyHeader: bearer,
  path: "/v1/chat/completions",
  endings: ["stop", "length", "refusal", "content-filter", "unknown"],
  maxTokens: 50,
  answer: chatAnswer,
  contentType: "application/json",
  refusal: openaiRefusal,
  quota: { status: 429, code: "insufficient_quota" },
  stream: (pieces) => [
    ...sse(pieces.map((content) => ({ choices: [{ index: 0, delta: { content } }] }))),
    "data: [DONE]\n\n",
  ],
} as const satisfies Partial<Protocol>;

const messages = [{ role: "system", content: system }, ...question];

export const compatible: Protocol = {
  ...chat,
  name: "compatible",
  config: (baseURL) => ({
    id: "compatible:haus",
    baseURL: `${baseURL}/v1`,
    model: "modell",
    apiKeyEnv: "HAUS_KEY",
  }),
  keyEnv: "HAUS_KEY",
  sent: { model: "modell", messages, temperature: 0, seed: 7, max_tokens: 50 },
  unsent: ["store"],
};

export const openaiChat: Protocol = {
  ...chat,
  name: "openai with api: chat",
  config: (baseURL) => ({ id: "openai:gpt-4.1", baseURL: `${baseURL}/v1`, api: "chat" }),
  keyEnv: "OPENAI_API_KEY",
  sent: { model: "gpt-4.1", messages, temperature: 0, seed: 7, max_completion_tokens: 50 },
  unsent: ["max_tokens", "reasoning_effort"],
};

export const openaiResponses: Protocol = {
  ...chat,
  name: "openai",
  config: (baseURL) => ({ id: "openai:gpt-5.4-mini", baseURL: `${baseURL}/v1` }),
  keyEnv: "OPENAI_API_KEY",
  path: "/v1/responses",
  sent: { model: "gpt-5.4-mini", input: messages, max_output_tokens: 50, store: false },
  unsent: ["temperature", "seed", "reasoning"],
  endings: ["stop", "length", "refusal", "content-filter"],
  answer: ({ text = standard, ending = "stop" } = {}) => {
    const isRefused = ending === "refusal";
    const part = isRefused
      ? { type: "refusal", refusal: text }
      : { type: "output_text", text, annotations: [] };
    const isCut = ending === "length" || ending === "content-filter";
    const reason = ending === "length" ? "max_output_tokens" : "content_filter";
    return JSON.stringify({
      id: "resp_1",
      object: "response",
      created_at: 1,
      status: isCut ? "incomplete" : "completed",
      error: null,
      incomplete_details: isCut ? { reason } : null,
      model: "modell",
      output: [
        { id: "rs_1", type: "reasoning", summary: [] },
        { id: "msg_1", type: "message", role: "assistant", status: "completed", content: [part] },
      ],
      usage: {
        input_tokens: 12,
        input_tokens_details: { cached_tokens: 4 },
        output_tokens: 7,
        output_tokens_details: { reasoning_tokens: 3 },
        total_tokens: 19,
      },
    });
  },
  stream: (pieces) =>
    sse([
      { type: "response.created", sequence_number: 0 },
      ...pieces.map((delta, at) => ({
        type: "response.output_text.delta",
        sequence_number: at + 1,
        delta,
      })),
      { type: "response.completed", sequence_number: pieces.length + 1 },
    ]),
};

const anthropicEndings = {
  stop: "end_turn",
  length: "max_tokens",
  refusal: "refusal",
  unknown: "pause_turn",
};

function stopReason(ending: string): string {
  return new Map<string, string>(Object.entries(anthropicEndings)).get(ending) ?? ending;
}

const anthropicUsage = {
  input_tokens: 8,
  cache_read_input_tokens: 4,
  cache_creation_input_tokens: 0,
  output_tokens: 7,
  output_tokens_details: { thinking_tokens: 3 },
};

export const anthropic: Protocol = {
  name: "anthropic",
  config: (baseURL) => ({ id: "anthropic:claude-test", baseURL }),
  keyEnv: "ANTHROPIC_API_KEY",
  keyHeader: (key) => ["x-api-key", key],
  path: "/v1/messages",
  endings: ["stop", "length", "refusal", "unknown"],
  sent: { model: "claude-test", system, messages: question, max_tokens: 50 },
  unsent: ["temperature", "seed", "top_p", "stream", "thinking"],
  maxTokens: 50,
  contentType: "application/json",
  answer: ({ text = standard, ending = "stop" } = {}) =>
    JSON.stringify({
      id: "msg_1",
      type: "message",
      role: "assistant",
      model: "claude-test",
      content: [
        { type: "thinking", thinking: "Hm.", signature: "" },
        { type: "text", text },
      ],
      stop_reason: stopReason(ending),
      stop_sequence: null,
      usage: anthropicUsage,
    }),
  refusal: ({ message, code }) =>
    JSON.stringify({ type: "error", error: { type: code ?? "invalid_request_error", message } }),
  quota: { status: 402, code: "billing_error" },
  stream: (pieces) => messageStream(pieces),
};

export const anthropicStream: Protocol = {
  ...anthropic,
  name: "anthropic, streamed",
  sent: { ...anthropic.sent, max_tokens: 5000, stream: true },
  unsent: ["temperature", "seed", "top_p"],
  maxTokens: 5000,
  contentType: "text/event-stream",
  answer: ({ text = standard, ending = "stop" } = {}) => {
    const cut = Math.ceil(text.length / 3);
    return messageStream([text.slice(0, cut), text.slice(cut)], ending).join("");
  },
};

function messageStream(pieces: readonly string[], ending = "stop"): string[] {
  return sse([
    {
      type: "message_start",
      message: {
        id: "msg_1",
        type: "message",
        role: "assistant",
        content: [],
        stop_reason: null,
        usage: { ...anthropicUsage, output_tokens: 1 },
      },
    },
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    { type: "ping" },
    ...pieces.map((text) => ({
      type: "content_block_delta",
      index: 0,
      delta: { type: "text_delta", text },
    })),
    { type: "content_block_stop", index: 0 },
    {
      type: "message_delta",
      delta: { stop_reason: stopReason(ending) },
      usage: { output_tokens: 7 },
    },
    { type: "message_stop" },
  ]);
}

export const ollama: Protocol = {
  name: "ollama",
  config: (baseURL) => ({ id: "ollama:modell", baseURL, apiKeyEnv: "HAUS_KEY" }),
  keyEnv: "HAUS_KEY",
  keyHeader: bearer,
  path: "/api/chat",
  endings: ["stop", "length", "unknown"],
  sent: {
    model: "modell",
    messages,
    stream: false,
    truncate: false,
    shift: false,
    options: { temperature: 0, seed: 7, num_predict: 50, num_ctx: 8192 },
  },
  unsent: ["think"],
  maxTokens: 50,
  contentType: "application/json",
  answer: ({ text = standard, ending = "stop" } = {}) =>
    JSON.stringify({
      model: "modell",
      created_at: "2026-11-01T00:00:00Z",
      message: { role: "assistant", content: text },
      done: true,
      done_reason: ending,
      total_duration: 3_000_000,
      load_duration: 1_000_000,
      prompt_eval_count: 12,
      prompt_eval_cached_count: 4,
      eval_count: 7,
    }),
  refusal: ({ message }) => JSON.stringify({ error: message }),
  quota: { status: 402, code: "" },
  stream: (pieces) => [
    ...pieces.map((content) => `${JSON.stringify({ message: { content }, done: false })}\n`),
    `${JSON.stringify({ message: { content: "" }, done: true, done_reason: "stop" })}\n`,
  ],
};

/** Every way that has an address. */
export const protocols: readonly Protocol[] = [
  compatible,
  openaiResponses,
  openaiChat,
  anthropic,
  anthropicStream,
  ollama,
];
