import { openDispatcher, type NetworkSettings } from "./network.ts";
import { sendRequest } from "./send-request.ts";

/** Carries the requests of a library, and lets go of the connections. */
export interface EndpointTransport {
  readonly fetch: (url: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** How requests leave the house, and what the configuration adds to each. */
export interface EndpointLine {
  readonly network?: NetworkSettings | undefined;
  /** Only for the variables of a proxy. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Bytes of a body that are read at most; what is longer arrives cut off, and so as malformed. */
const largestBody = 16_000_000;

/** Headers a library may set; all others would be statistics about this machine. */
const keptHeaders = ["accept", "content-type", "anthropic-version"];

/**
 * The `fetch` that every library is given: no redirect is followed, no header is sent that the
 * request does not need; `own` headers (the key) and those of the configuration come from here alone.
 * undici's own time limits are off, so that a slow model is only bounded by the deadline of the call; the body is read here,
 * so that the deadline covers it.
 */
export async function openTransport(
  own: Readonly<Record<string, string>>,
  line: EndpointLine = {},
): Promise<EndpointTransport> {
  const dispatcher = await openDispatcher(line.network ?? {}, line.environment ?? {});
  return {
    fetch: async (url, init = {}) => {
      const response = await sendRequest(url instanceof Request ? url.url : url.toString(), {
        method: init.method ?? "GET",
        headers: {
          ...kept(init.headers),
          "user-agent": "amtsprobe",
          ...line.headers,
          ...own,
        },
        body: typeof init.body === "string" ? init.body : null,
        signal: init.signal ?? null,
        dispatcher,
      });
      return new TextResponse(await response.text(largestBody), response);
    },
    close: () => dispatcher.destroy(),
  };
}

/** The header with a key: `Authorization: Bearer` unless another name is given; none without a key. */
export function bearer(key: string | undefined, header?: string): Record<string, string> {
  if (key === undefined) return {};
  return header === undefined ? { authorization: `Bearer ${key}` } : { [header]: key };
}

/** A response whose body is a text already: what the libraries ask of it, without a stream. */
class TextResponse extends Response {
  override readonly text: () => Promise<string>;
  override readonly json: () => Promise<unknown>;

  constructor(text: string, { status, headers }: Pick<Response, "status" | "headers">) {
    super(null, { status, headers });
    this.text = async () => Promise.resolve(text);
    this.json = async () => Promise.resolve(JSON.parse(text));
  }
}

function kept(sent: RequestInit["headers"]): Record<string, string> {
  const headers = sent instanceof Headers ? sent : new Headers(sent);
  return Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}
