import type { MessageCreateParams } from "@anthropic-ai/sdk/resources/messages";
import type { Model, ModelConfig } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import { connectAnthropic, type AnthropicClient } from "./anthropic-client.ts";
import { completeMessage, messageForm } from "./anthropic-message.ts";
import { readMessageStream } from "./anthropic-stream.ts";
import { readEndpointCard } from "./endpoint-card.ts";
import { checkEndpoint } from "./endpoint-check.ts";
import { describeEndpoint } from "./endpoint-description.ts";
import { defineEndpointModel, sharedConcurrency, type EndpointCall } from "./endpoint-model.ts";
import type { ModelOrder } from "./model-context.ts";
import { providers } from "./providers.ts";
import { readBody, settleReading } from "./reply-body.ts";

/** Tokens of an answer above which it is streamed, so that no connection stays silent too long. */
const longAnswer = 4096;

type Effort = ModelConfig["reasoningEffort"];

/**
 * The way `anthropic`: Anthropic's models through `@anthropic-ai/sdk`. Neither temperature nor seed
 * is sent: the API no longer takes them, so repeated answers differ. Answers of more than 4096
 * tokens are streamed. The key is in `ANTHROPIC_API_KEY` or in the variable of `apiKeyEnv`. Source:
 * the types of `@anthropic-ai/sdk` 1.12.
 */
export async function openAnthropic(order: ModelOrder): Promise<Model> {
  const card = readEndpointCard(order, providers.anthropic);
  const effort = order.config.reasoningEffort;
  return defineEndpointModel({
    card,
    description: describeEndpoint(card, order, {
      way: "anthropic",
      version: "1",
      provider: "bei Anthropic",
      details: {
        protocol: "Anthropic Messages",
        temperature: "nicht gesendet (nimmt der Anbieter nicht an)",
        seed: "nicht gesendet (nimmt der Anbieter nicht an)",
        ...(effort !== undefined && { reasoningEffort: effort }),
      },
    }),
    concurrency: sharedConcurrency,
    connect: () => connectAnthropic(card),
    check: (client, report) =>
      checkEndpoint({ card, report, list: (signal) => listModels(client, signal) }),
    ask: (client, call) => ask(client, call, effort),
  });
}

/** By `post` instead of `messages.create`, which prints warnings about old models. */
async function ask(
  { client }: AnthropicClient,
  call: EndpointCall,
  effort: Effort,
): Promise<Outcome> {
  const { situation, signal } = call;
  const body = paramsOf(call, effort);
  const response = await client
    .post("/v1/messages", { body, signal, stream: body.stream ?? false })
    .asResponse();
  const text = await response.text();
  // A server that does not stream answers with the whole message.
  const isStream = body.stream === true && !/^\s*(?:[{<]|$)/u.test(text);
  const reading = isStream ? await readMessageStream(text) : readBody(text, messageForm);
  return settleReading(reading, completeMessage, situation);
}

function paramsOf({ request, situation }: EndpointCall, effort: Effort): MessageCreateParams {
  const system = request.messages.filter(({ role }) => role === "system");
  return {
    model: situation.model,
    max_tokens: request.maxTokens,
    messages: request.messages.flatMap(({ role, content }) =>
      role === "system" ? [] : [{ role, content }],
    ),
    ...(system.length > 0 && { system: system.map(({ content }) => content).join("\n\n") }),
    ...(request.maxTokens > longAnswer && { stream: true }),
    ...(effort === "none" && { thinking: { type: "disabled" } }),
    ...outputConfig(effort, request),
  };
}

function outputConfig(
  effort: Effort,
  { answerForm }: EndpointCall["request"],
): Pick<MessageCreateParams, "output_config"> {
  const isThinking = effort !== undefined && effort !== "none";
  if (!isThinking && answerForm === undefined) return {};
  return {
    output_config: {
      ...(isThinking && { effort }),
      ...(answerForm !== undefined && {
        format: { type: "json_schema", schema: { ...answerForm.schema } },
      }),
    },
  };
}

async function listModels({ client }: AnthropicClient, signal: AbortSignal): Promise<string> {
  const response = await client.get("/v1/models", { query: { limit: 1000 }, signal }).asResponse();
  return await response.text();
}
