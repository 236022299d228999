import type { Model } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import { chatCompletionForm, completeChat } from "./chat-completion.ts";
import { readEndpointCard } from "./endpoint-card.ts";
import { checkEndpoint } from "./endpoint-check.ts";
import { connectEndpoint, listModels, type EndpointClient } from "./endpoint-client.ts";
import { describeEndpoint } from "./endpoint-description.ts";
import { defineEndpointModel, sharedConcurrency, type EndpointCall } from "./endpoint-model.ts";
import type { ModelOrder } from "./model-context.ts";
import { jsonForm } from "./json-form.ts";
import { readBody, settleReading } from "./reply-body.ts";

/**
 * The way `compatible`: any address that speaks OpenAI's Chat Completions, reached through the
 * `openai` package. The key comes from the environment variable that the configuration names; without
 * `apiKeyEnv` none is sent. One call is one request: retries belong to the engine, which finds in
 * `retryAfterMs` when the endpoint wants to be asked again.
 */
export async function openCompatible(order: ModelOrder): Promise<Model> {
  const card = readEndpointCard(order);
  return defineEndpointModel({
    card,
    description: describeEndpoint(card, order, {
      way: "compatible",
      version: "1",
      details: { protocol: "OpenAI Chat Completions" },
    }),
    concurrency: sharedConcurrency,
    connect: () => connectEndpoint(card),
    check: (client, report) =>
      checkEndpoint({ card, report, list: (signal) => listModels(client, signal) }),
    ask,
  });
}

async function ask({ client }: EndpointClient, call: EndpointCall): Promise<Outcome> {
  const { request, situation, signal } = call;
  const response = await client.chat.completions
    .create(
      {
        model: situation.model,
        messages: request.messages.map(({ role, content }) => ({ role, content })),
        temperature: request.temperature,
        max_tokens: request.maxTokens,
        seed: request.seed,
        ...jsonForm(request),
      },
      { signal },
    )
    .asResponse();
  return settleReading(
    readBody(await response.text(), chatCompletionForm),
    completeChat,
    situation,
  );
}
