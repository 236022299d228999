import { sendRequest } from "./send-request.ts";

/** Carries the requests of a library, and lets go of the connections. */
export interface EndpointTransport {
  readonly fetch: (url: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Bytes of a body that are read at most; what is longer arrives cut off, and so as malformed. */
const largestBody = 16_000_000;

/** Statuses whose answers have no body (Fetch Standard). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** Headers a library may set; all others would be statistics about this machine. */
const keptHeaders = ["accept", "content-type", "anthropic-version"];

/**
 * The `fetch` that every library is given: no redirect is followed, no header is sent that the
 * request does not need, and `own` headers (the key) come from here alone. undici's own time limits
 * are off, so that a slow model is only bounded by the deadline of the call; the body is read here,
 * so that the deadline covers it.
 */
export async function openTransport(
  own: Readonly<Record<string, string>>,
): Promise<EndpointTransport> {
  const { Agent } = await import("undici");
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  return {
    fetch: async (url, init = {}) => {
      const response = await sendRequest(url instanceof Request ? url.url : url.toString(), {
        method: init.method ?? "GET",
        headers: { ...kept(new Headers(init.headers)), "user-agent": "amtsprobe", ...own },
        body: typeof init.body === "string" ? init.body : null,
        signal: init.signal ?? null,
        dispatcher,
      });
      const body = await readBody(response.body);
      const { status, headers } = response;
      return new Response(bodiless.has(status) ? null : body, { status, headers: [...headers] });
    },
    close: () => dispatcher.destroy(),
  };
}

/** The header with a key as OpenAI's protocol has it; none without a key. */
export function bearer(key: string | undefined): Record<string, string> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

function kept(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
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
