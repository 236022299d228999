import type { Ollama } from "ollama";
import { z } from "zod";
import type { Endpoint } from "./endpoint-client.ts";
import { bearer, openTransport } from "./endpoint-transport.ts";

export interface OllamaClient {
  /** Sends one request of the library and gives back the body of the answer with status 200. */
  readonly exchange: (
    send: (ollama: Ollama) => Promise<unknown>,
    signal: AbortSignal,
  ) => Promise<string>;
  readonly close: () => Promise<void>;
}

/**
 * The client of the `ollama` package. It forms the requests; the answers are taken from it unread,
 * because it offers no signal for a request, has no time limit and prints what it cannot read.
 * `OLLAMA_HOST` and `OLLAMA_API_KEY` do not count.
 */
export async function connectOllama({ baseURL, key, line }: Endpoint): Promise<OllamaClient> {
  const [{ Ollama: Client }, transport] = await Promise.all([
    import("ollama"),
    openTransport(bearer(key), line),
  ]);
  return {
    exchange: async (send, signal) => {
      let body = "";
      const client = new Client({
        host: baseURL,
        fetch: async (url, init) => {
          const response = await transport.fetch(url, { ...init, signal });
          body = await response.text();
          if (response.status !== 200) throw new OllamaRefusal(response, body);
          return new Response("{}");
        },
      });
      await send(client);
      return body;
    },
    close: transport.close,
  };
}

const errorSchema = z
  .string()
  .transform((text) => JSON.parse(text) as unknown)
  .pipe(z.object({ error: z.string() }));

/** A status other than 200, in the form that all libraries share. */
class OllamaRefusal extends Error {
  override readonly name = "OllamaRefusal";
  readonly status: number;
  readonly headers: Headers;

  constructor({ status, headers }: Response, body: string) {
    super(messageOf(body));
    this.status = status;
    this.headers = headers;
  }
}

function messageOf(body: string): string {
  try {
    return errorSchema.parse(body).error;
  } catch {
    return body;
  }
}
