import type OpenAI from "openai";

/** Where the requests go and with what. */
export interface Endpoint {
  readonly baseURL: string;
  /** Without a key no `Authorization` header is sent. */
  readonly key: string | undefined;
  /** Milliseconds for a whole call. */
  readonly deadlineMs: number;
}

/** A client and the means to let go of its connections. */
export interface EndpointClient {
  readonly client: OpenAI;
  readonly close: () => Promise<void>;
}

/** Bytes of a body that are read at most; what is longer arrives cut off, and so as malformed. */
const largestBody = 16_000_000;

/** Statuses whose answers have no body (Fetch Standard). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * The `openai` client, with what it would do of its own accord taken away: no retries (the engine
 * has them), no log, nothing from `OPENAI_…` variables, no headers about this machine, no redirect
 * followed. undici's own time limits are off, so that a slow model is only bounded by the deadline
 * of the call; the body is read here, so that the deadline covers it.
 */
export async function connectEndpoint(endpoint: Endpoint): Promise<EndpointClient> {
  const [{ OpenAI: Client }, { Agent, fetch: undiciFetch }] = await Promise.all([
    import("openai"),
    import("undici"),
  ]);
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
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
    fetch: async (url, init = {}) => {
      const response = await undiciFetch(addressOf(url), {
        method: init.method ?? "GET",
        headers: ownHeaders(new Headers(init.headers), endpoint.key),
        body: typeof init.body === "string" ? init.body : null,
        signal: init.signal ?? null,
        redirect: "manual",
        dispatcher,
      });
      const body = await readBody(response.body);
      const { status, headers } = response;
      return new Response(bodiless.has(status) ? null : body, {
        status,
        headers: [...headers],
      });
    },
  });
  return { client, close: () => dispatcher.destroy() };
}

function addressOf(url: string | URL | Request): string {
  return url instanceof Request ? url.url : url.toString();
}

/** Only what the request needs: no statistics about operating system, runtime and library. */
function ownHeaders(headers: Headers, key: string | undefined): Record<string, string> {
  const kept = ["accept", "content-type"].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    "user-agent": "amtsprobe",
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  };
}

async function readBody(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > largestBody) break;
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
