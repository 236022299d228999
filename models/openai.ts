import type { Model, ModelConfig } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import { chatCompletionForm, completeChat } from "./chat-completion.ts";
import { readEndpointCard, type EndpointCard } from "./endpoint-card.ts";
import { checkEndpoint } from "./endpoint-check.ts";
import { connectEndpoint, listModels, type EndpointClient } from "./endpoint-client.ts";
import { describeEndpoint } from "./endpoint-description.ts";
import { defineEndpointModel, sharedConcurrency, type EndpointCall } from "./endpoint-model.ts";
import type { ModelOrder } from "./model-context.ts";
import { completeResponse, responseForm } from "./openai-response.ts";
import { providers } from "./providers.ts";
import { jsonForm } from "./json-form.ts";
import { readBody, settleReading } from "./reply-body.ts";

/** How this model is asked. */
interface Style {
  readonly api: "responses" | "chat";
  readonly effort: ModelConfig["reasoningEffort"];
  readonly sendsTemperature: boolean;
}

/**
 * The way `openai`: OpenAI's own models through the `openai` package, by the Responses API with
 * `store: false`, or by Chat Completions when the configuration says `api: chat`. Reasoning models
 * take no temperature, so none is sent to them. The key is in `OPENAI_API_KEY` or in the variable of
 * `apiKeyEnv`. Source: the types of `openai` 7.57.
 */
export async function openOpenai(order: ModelOrder): Promise<Model> {
  const card = readEndpointCard(order, providers.openai);
  const style = styleOf(card, order.config);
  return defineEndpointModel({
    card,
    description: describeEndpoint(card, order, {
      way: "openai",
      version: "1",
      provider: "bei OpenAI",
      details: detailsOf(style),
    }),
    concurrency: sharedConcurrency,
    connect: () => connectEndpoint(card),
    check: (client, report) =>
      checkEndpoint({ card, report, list: (signal) => listModels(client, signal) }),
    ask: async (client, call) => {
      const answered = style.api === "chat" ? askChat : askResponses;
      return await answered(client, call, style);
    },
  });
}

function styleOf({ model }: EndpointCard, config: ModelConfig): Style {
  const effort = config.reasoningEffort;
  const reasons = effort === undefined ? isReasoningModel(model) : effort !== "none";
  return { api: config.api ?? "responses", effort, sendsTemperature: !reasons };
}

/** By name: the o series, GPT-5 and later, and the code models; not GPT-4 and before. */
function isReasoningModel(model: string): boolean {
  const name = model.replace(/^ft:/u, "");
  if (/^(?:chat)?gpt-[34]/u.test(name)) return false;
  return /^(?:gpt-(?!oss)|o\d|codex|computer-use)/u.test(name);
}

function detailsOf({ api, effort, sendsTemperature }: Style): Record<string, string> {
  return {
    protocol: api === "chat" ? "OpenAI Chat Completions" : "OpenAI Responses",
    store: "false",
    temperature: sendsTemperature ? "gesendet" : "nicht gesendet (Reasoning-Modell)",
    seed:
      api === "chat"
        ? "gesendet, vom Anbieter nicht zugesichert"
        : "nicht gesendet (Responses kennt keinen)",
    ...(effort !== undefined && { reasoningEffort: effort }),
  };
}

async function askResponses(
  { client }: EndpointClient,
  { request, situation, signal }: EndpointCall,
  { effort, sendsTemperature }: Style,
): Promise<Outcome> {
  const { answerForm: form } = request;
  const response = await client.responses
    .create(
      {
        model: situation.model,
        input: request.messages.map(({ role, content }) => ({ role, content })),
        max_output_tokens: request.maxTokens,
        store: false,
        ...(sendsTemperature && { temperature: request.temperature }),
        ...(effort !== undefined && { reasoning: { effort } }),
        ...(form !== undefined && {
          text: { format: { type: "json_schema", strict: true, ...form } },
        }),
      },
      { signal },
    )
    .asResponse();
  const reading = readBody(await response.text(), responseForm);
  return settleReading(reading, (data) => completeResponse(data, request.maxTokens), situation);
}

async function askChat(
  { client }: EndpointClient,
  { request, situation, signal }: EndpointCall,
  { effort, sendsTemperature }: Style,
): Promise<Outcome> {
  const response = await client.chat.completions
    .create(
      {
        model: situation.model,
        messages: request.messages.map(({ role, content }) => ({ role, content })),
        max_completion_tokens: request.maxTokens,
        seed: request.seed,
        store: false,
        ...(sendsTemperature && { temperature: request.temperature }),
        ...(effort !== undefined && { reasoning_effort: effort }),
        ...jsonForm(request),
      },
      { signal },
    )
    .asResponse();
  const reading = readBody(await response.text(), chatCompletionForm);
  return settleReading(reading, completeChat, situation);
}
