import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { stubCompletion } from "./workload.ts";

/**
 * A program: a loopback server that answers Chat Completions, and on every twentieth request does one
 * of the faults in turn. Writes its address to stdout and, at the end of its standard input, how often
 * it did what.
 */
const json = { "content-type": "application/json" };

function refuse(status: number, headers: Record<string, string> = {}) {
  return (response: ServerResponse): void => {
    response.writeHead(status, { ...json, ...headers });
    response.end(JSON.stringify({ error: { message: `fault ${status}` } }));
  };
}

/** Faults that pass, by name. */
const faults: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "429 with seconds": refuse(429, { "retry-after": "0" }),
  "429 with milliseconds": refuse(429, { "retry-after-ms": "20" }),
  "429 with a date": refuse(429, { "retry-after": new Date(0).toUTCString() }),
  "500": refuse(500),
  "503": refuse(503, { "retry-after": "0" }),
  "529": refuse(529),
  "login page with status 200": (response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><html><body>Anmeldung</body></html>");
  },
  "half an answer": (response) => {
    response.writeHead(200, json);
    response.end(stubCompletion.slice(0, -40));
  },
  "empty body": (response) => response.writeHead(200, json).end(),
  "error with status 200": (response) => {
    response.writeHead(200, json);
    response.end('{"error":{"message":"model crashed"}}');
  },
  "reset before the headers": (response) => response.socket?.resetAndDestroy(),
  "reset in the body": (response) => {
    response.writeHead(200, json);
    response.write(stubCompletion.slice(0, 60), () => response.socket?.resetAndDestroy());
  },
  "content-length too long": (response) => {
    const length = Buffer.byteLength(stubCompletion) + 100;
    response.writeHead(200, { ...json, "content-length": length });
    response.write(stubCompletion, () => response.socket?.end());
  },
};

/** One in so many requests fails. */
const every = 20;
const names = Object.keys(faults);
const done = new Map<string, number>();
let requests = 0;

const server = createServer((request, response) => {
  if (request.method === "GET") {
    response.writeHead(200, json);
    response.end(JSON.stringify({ object: "list", data: [{ id: "stub", object: "model" }] }));
    return;
  }
  requests += 1;
  const name = requests % every === 0 ? (names[(requests / every) % names.length] ?? "") : "";
  if (name !== "") done.set(name, (done.get(name) ?? 0) + 1);
  request.resume().on("end", () => {
    const fault = faults[name];
    if (fault !== undefined) fault(response);
    else response.writeHead(200, json).end(stubCompletion);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`address http://127.0.0.1:${port}/v1\n`);
});
process.stdin.resume().on("end", () => {
  process.stdout.write(`${JSON.stringify({ requests, faults: Object.fromEntries(done) })}\n`);
  process.exit(0);
});
