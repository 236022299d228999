import type { Model, ModelDescription, ModelRequest } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import { readCompletion } from "./chat-completion.ts";
import { readEndpointCard, type EndpointCard } from "./endpoint-card.ts";
import { checkEndpoint } from "./endpoint-check.ts";
import { connectEndpoint, type EndpointClient } from "./endpoint-client.ts";
import { connectionFailure, refusalOutcome, type CallSituation } from "./endpoint-failure.ts";
import { maskSecret } from "./mask-secret.ts";
import type { ModelOrder } from "./model-context.ts";

/** Calls under way at once where nobody set a limit, and how many it begins with. */
const mostConcurrency = 64;
const firstConcurrency = 4;

/**
 * The way `compatible`: any address that speaks OpenAI's Chat Completions, reached through the
 * `openai` package. The key comes from the environment variable that the configuration names; without
 * `apiKeyEnv` none is sent. One call is one request: retries belong to the engine, which finds in
 * `retryAfterMs` when the endpoint wants to be asked again.
 */
export async function openCompatible(order: ModelOrder): Promise<Model> {
  const card = readEndpointCard(order);
  let connection: Promise<EndpointClient> | undefined;
  const connect = () => (connection ??= connectEndpoint(card));
  return {
    description: describe(card, order),
    concurrency: order.config.limits.concurrency ?? mostConcurrency,
    startConcurrency: firstConcurrency,
    prepare: async (report) => {
      await checkEndpoint(await connect(), { card, report });
    },
    call: async (request, signal) => {
      const deadline = AbortSignal.timeout(card.deadlineMs);
      return await ask(await connect(), request, { ...card, signal, deadline });
    },
    close: async () => {
      const open = await connection;
      connection = undefined;
      await open?.close();
    },
  };
}

async function ask(
  { client }: EndpointClient,
  request: ModelRequest,
  situation: CallSituation,
): Promise<Outcome> {
  const { APIError } = await import("openai");
  const started = performance.now();
  try {
    const response = await client.chat.completions
      .create(
        {
          model: situation.model,
          messages: request.messages.map(({ role, content }) => ({ role, content })),
          temperature: request.temperature,
          max_tokens: request.maxTokens,
          seed: request.seed,
        },
        { signal: AbortSignal.any([situation.signal, situation.deadline]) },
      )
      .asResponse();
    const outcome = read(await response.text(), situation);
    if (outcome.status === "failed") return outcome;
    return { ...outcome, timing: { totalMs: performance.now() - started } };
  } catch (error) {
    if (!(error instanceof APIError) || typeof error.status !== "number") {
      return connectionFailure(error, situation);
    }
    const { status, message, code, headers } = error;
    return refusalOutcome({ status, message, code, headers }, situation);
  }
}

/** The body of a 200; also there, messages and answers never carry the key. */
function read(body: string, situation: CallSituation): Outcome {
  const reading = readCompletion(body);
  if (reading.kind === "answer") {
    const { completed } = reading;
    // A short key could be an ordinary word of the answer.
    const isLong = (situation.key ?? "").length >= 16;
    return isLong
      ? { ...completed, answer: maskSecret(completed.answer, situation.key) }
      : completed;
  }
  const message = maskSecret(reading.message, situation.key).slice(0, 500);
  if (reading.kind === "malformed") return { status: "failed", code: "malformed-answer", message };
  if (reading.status !== undefined) {
    return refusalOutcome({ status: reading.status, message }, situation);
  }
  const told = `${situation.host} meldet mit Status 200 einen Fehler: ${message}`;
  return { status: "failed", code: "malformed-answer", message: told };
}

function describe(
  { baseURL, host, model }: EndpointCard,
  { config }: ModelOrder,
): ModelDescription {
  const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/u.test(host);
  return {
    id: config.id,
    kind: "model",
    way: "compatible",
    wayVersion: "1",
    endpoint: baseURL,
    name: model,
    place: isLocal ? "auf diesem Rechner" : `beim Betreiber von ${host}`,
    details: { protocol: "OpenAI Chat Completions" },
    reads: [],
    parameters: config.parameters,
    ...(config.price !== undefined && { price: config.price }),
    limits: config.limits,
    ...(config.dataClasses !== undefined && { dataClasses: config.dataClasses }),
  };
}
