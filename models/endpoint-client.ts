import type OpenAI from "openai";
import { bearer, openTransport, type EndpointLine } from "./endpoint-transport.ts";

/** Where the requests go and with what. */
export interface Endpoint {
  readonly baseURL: string;
  /** Without a key no header for it is sent. */
  readonly key: string | undefined;
  /** Milliseconds for a whole call. */
  readonly deadlineMs: number;
  /** Name of the header with the key, where it is not `Authorization`. */
  readonly keyHeader?: string | undefined;
  readonly line: EndpointLine;
}

/** A client and the means to let go of its connections. */
export interface EndpointClient {
  readonly client: OpenAI;
  readonly close: () => Promise<void>;
}

/**
 * The `openai` client, with what it would do of its own accord taken away: no retries (the engine
 * has them), no log, nothing from `OPENAI_…` variables, no headers about this machine, no redirect
 * followed.
 */
export async function connectEndpoint(endpoint: Endpoint): Promise<EndpointClient> {
  const [{ OpenAI: Client }, transport] = await Promise.all([
    import("openai"),
    openTransport(bearer(endpoint.key, endpoint.keyHeader), endpoint.line),
  ]);
  const client = new Client({
    baseURL: endpoint.baseURL,
    apiKey: endpoint.key ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: endpoint.deadlineMs + 60_000,
    logLevel: "off",
    fetch: transport.fetch,
  });
  return { client, close: transport.close };
}

/** The endpoint's list of models as it sends it. */
export async function listModels({ client }: EndpointClient, signal: AbortSignal): Promise<string> {
  const response = await client.get("/models", { signal }).asResponse();
  return await response.text();
}
