import { join } from "node:path";
import type { ApiProvider } from "promptfoo";
import type { ModelRequest } from "../core/model.ts";
import { withEnvironment } from "../core/provider-config.ts";
import { quietPromptfooLibrary } from "../core/quiet-promptfoo.ts";
import { UserError, exitCodes } from "../core/user-error.ts";
import { promptfooForm } from "./promptfoo-form.ts";
import type { ModelOrder } from "./model-context.ts";

/** A provider of promptfoo that answers one question. */
export interface PromptfooClient {
  readonly ask: (request: ModelRequest, signal: AbortSignal) => ReturnType<ApiProvider["callApi"]>;
  readonly close: () => Promise<void>;
}

/**
 * Loads promptfoo, and by it one provider: `loadApiProvider`. It is made to
 * keep quiet before it is imported. Throws a `UserError` for a
 * provider that promptfoo does not know or cannot set up.
 */
export async function connectPromptfoo(order: ModelOrder): Promise<PromptfooClient> {
  const { name, context } = order;
  quietPromptfooLibrary(process, join(context.cacheFolder, "promptfoo"));
  const { loadApiProvider } = await import("promptfoo");
  const load = async (request?: ModelRequest) =>
    await loadApiProvider(name, { options: { config: configOf(order, request) } });
  await load().catch((cause: unknown) => {
    throw unusable(name, cause);
  });
  const loaded: ApiProvider[] = [];
  return {
    ask: async (request, signal) => {
      // The parameters of a call are part of a provider's configuration.
      const provider = await load(request);
      loaded.push(provider);
      const prompt = promptOf(request);
      const asked = { prompt: { raw: prompt, label: "amtsprobe" }, vars: {}, bustCache: true };
      return await provider.callApi(prompt, asked, { abortSignal: signal });
    },
    close: async () => {
      await Promise.all(loaded.splice(0).map(async (provider) => provider.cleanup?.()));
    },
  };
}

function configOf(
  { name, config, context }: ModelOrder,
  request: ModelRequest | undefined,
): object {
  const { apiKeyEnv, baseURL } = config;
  const key = apiKeyEnv === undefined ? undefined : context.environment[apiKeyEnv];
  return {
    ...(withEnvironment(config.config ?? {}, context.environment) as object),
    maxRetries: 0,
    ...(baseURL !== undefined && { apiBaseUrl: baseURL }),
    ...(key !== undefined && { apiKey: key }),
    ...(config.reasoningEffort !== undefined && { reasoning_effort: config.reasoningEffort }),
    ...(request !== undefined && {
      temperature: request.temperature,
      seed: request.seed,
      max_tokens: request.maxTokens,
      ...promptfooForm(name, request),
    }),
  };
}

/** A single message goes as plain text, several as the JSON that promptfoo's chat providers read. */
function promptOf({ messages }: ModelRequest): string {
  const [first] = messages;
  return first !== undefined && messages.length === 1 ? first.content : JSON.stringify(messages);
}

function unusable(name: string, cause: unknown): UserError {
  const reason = (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";
  return new UserError(`promptfoo kann „${name}“ nicht öffnen: ${reason}`, {
    code: "unknown-model",
    exitCode: exitCodes.usage,
    nextStep:
      "Prüfen Sie die Schreibweise (zum Beispiel promptfoo:openai:chat:gpt-4.1) und die Variablen mit " +
      "den Zugangsdaten. Was ohne weitere Pakete geht, steht in docs/modelle.md.",
    cause,
  });
}
