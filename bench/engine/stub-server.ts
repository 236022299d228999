import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { stubCompletion } from "./workload.ts";

/**
 * A program: a loopback server that speaks Chat Completions and answers at once, the same to
 * everybody. Writes its address to stdout, and `first` with the time of the first question after each
 * `GET /v1/again`. Ends with its standard input.
 */
const list = JSON.stringify({ object: "list", data: [{ id: "stub", object: "model" }] });
let isFirst = true;

const server = createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  if (request.method === "GET") {
    if (request.url === "/v1/again") isFirst = true;
    response.end(list);
    return;
  }
  if (isFirst) {
    isFirst = false;
    process.stdout.write(`first ${performance.timeOrigin + performance.now()}\n`);
  }
  request.resume().on("end", () => response.end(stubCompletion));
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`address http://127.0.0.1:${port}/v1\n`);
});
process.stdin.resume().on("end", () => process.exit(0));
