import type { ChatRequest } from "ollama";
import type { Model, ModelConfig } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import { readEndpointCard, type EndpointCard } from "./endpoint-card.ts";
import { describeEndpoint } from "./endpoint-description.ts";
import { defineEndpointModel, type EndpointCall } from "./endpoint-model.ts";
import type { ModelOrder } from "./model-context.ts";
import { completeOllama, ollamaForm } from "./ollama-answer.ts";
import { checkOllama } from "./ollama-check.ts";
import { connectOllama, type OllamaClient } from "./ollama-client.ts";
import { defineContextSize, type ContextSize } from "./ollama-context.ts";
import { providers } from "./providers.ts";
import { readBody, settleReading } from "./reply-body.ts";

/** What stays the same from call to call. */
interface Asking {
  readonly contextSize: ContextSize;
  readonly effort: ModelConfig["reasoningEffort"];
}

/** Ollama answers few questions at once and lets the others wait, which the deadline would count. */
const concurrency = { most: 8, first: 1 };

/**
 * The way `ollama`: models of an Ollama server through the `ollama` package, by default on this
 * machine. `num_ctx` is set so that the prompt fits, and Ollama is told not to shorten it; a prompt
 * that was shortened all the same is a failure, not an answer. The time to load the weights is kept
 * apart from the time of the answer. Source: the types of `ollama` 0.6.4; `truncate` and `shift`:
 * `api/types.go` of Ollama.
 */
export async function openOllama(order: ModelOrder): Promise<Model> {
  const plain = readEndpointCard(order, providers.ollama);
  const missingModelAdvice = `Laden Sie es mit: ollama pull ${plain.model}`;
  const card = { ...plain, missingModelAdvice };
  const effort = order.config.reasoningEffort;
  const contextSize = defineContextSize();
  const description = describeEndpoint(card, order, {
    way: "ollama",
    version: "1",
    details: {
      protocol: "Ollama Chat",
      temperature: "gesendet",
      seed: "gesendet",
      num_ctx: "nach Länge des Prompts, mindestens 8192",
      ...(effort !== undefined && { reasoningEffort: effort }),
    },
  });
  return defineEndpointModel({
    card,
    description: isCloud(card) ? { ...description, place: "in der Cloud von Ollama" } : description,
    concurrency,
    connect: () => connectOllama(card),
    check: async (client, report) => {
      const finding = await checkOllama(client, { card, report });
      if (finding.contextTokens !== undefined) contextSize.limitTo(finding.contextTokens);
      return finding;
    },
    ask: (client, call) => ask(client, call, { contextSize, effort }),
  });
}

/** Models that an Ollama server passes on to ollama.com carry it in their tag. */
function isCloud({ model }: EndpointCard): boolean {
  return /[:-]cloud$/u.test(model);
}

async function ask(
  client: OllamaClient,
  { request, situation, signal }: EndpointCall,
  { contextSize, effort }: Asking,
): Promise<Outcome> {
  const body: ChatRequest & { readonly stream: false } & Refusals = {
    model: situation.model,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    stream: false,
    truncate: false,
    shift: false,
    options: {
      temperature: request.temperature,
      seed: request.seed,
      num_predict: request.maxTokens,
      num_ctx: contextSize.sizeFor(request),
    },
    ...(request.answerForm !== undefined && { format: request.answerForm.schema }),
    ...(effort !== undefined && { think: effort === "none" ? false : effort }),
  };
  const reply = await client.exchange((ollama) => ollama.chat(body), signal);
  return settleReading(readBody(reply, ollamaForm), completeOllama(request, situation), situation);
}

/** What the package has no types for: a prompt that is too long is refused, not shortened. */
interface Refusals {
  readonly truncate: false;
  readonly shift: false;
}
