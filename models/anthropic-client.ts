import type Anthropic from "@anthropic-ai/sdk";
import type { Endpoint } from "./endpoint-client.ts";
import { openTransport } from "./endpoint-transport.ts";

/** A client and the means to let go of its connections. */
export interface AnthropicClient {
  readonly client: Anthropic;
  readonly close: () => Promise<void>;
}

/**
 * The client of `@anthropic-ai/sdk`, with what it would do of its own accord taken away: no retries,
 * no log, no trace context, nothing from `ANTHROPIC_…` variables, and no search for credentials in
 * the user's profile (hence a placeholder where there is no key; it is not sent).
 */
export async function connectAnthropic(endpoint: Endpoint): Promise<AnthropicClient> {
  const { key } = endpoint;
  const [{ Anthropic: Client }, transport] = await Promise.all([
    import("@anthropic-ai/sdk"),
    openTransport(key === undefined ? {} : { "x-api-key": key }, endpoint.line),
  ]);
  const client = new Client({
    baseURL: endpoint.baseURL,
    apiKey: key ?? "none",
    webhookKey: null,
    maxRetries: 0,
    timeout: endpoint.deadlineMs + 60_000,
    logLevel: "off",
    openTelemetry: false,
    fetch: transport.fetch,
  });
  return { client, close: transport.close };
}
