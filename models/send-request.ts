import { pipeline, type Duplex, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Dispatcher } from "undici";

/** One request of HTTP, as it goes over the line. */
export interface SentRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
  readonly dispatcher: Dispatcher;
}

/** What came back; the body is still under way. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Sends a request with undici's own `request`, which takes half the processor time of its `fetch`. It
 * follows no redirect and asks for no compression; a server that compresses all the same is read.
 */
export async function sendRequest(url: string, sent: SentRequest): Promise<ReceivedResponse> {
  const { request } = await import("undici");
  const { method, ...rest } = sent;
  const response = await request(url, { ...rest, method });
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const body = unpack(response.body, headers.get("content-encoding"));
  return { status: response.statusCode, headers, body };
}

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function unpack(body: Readable, encoding: string | null): AsyncIterable<Uint8Array> {
  const decoder = decoders[encoding?.toLowerCase() ?? ""];
  if (decoder === undefined) return body;
  // Whoever reads gets the error; there is nothing else to do with it.
  return pipeline(body, decoder(), () => undefined);
}
