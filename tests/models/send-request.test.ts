import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { Agent } from "undici";
import { expect, onTestFinished, test } from "vitest";
import { sendRequest } from "../../models/send-request.ts";
import { startStub, type Behaviour } from "./stub-endpoint.ts";

async function send(behave: Behaviour, mostBytes = 1000) {
  const stub = await startStub(behave);
  const dispatcher = new Agent();
  onTestFinished(async () => {
    await dispatcher.destroy();
    await stub.close();
  });
  const sent = { method: "POST", headers: {}, body: '{"frage":1}', signal: null, dispatcher };
  const { status, headers, text } = await sendRequest(stub.baseURL, sent);
  return { status, headers, text: await text(mostBytes), received: stub.received };
}

test("asks for no compression and follows no redirect", async () => {
  const { status, headers, received } = await send((response) => {
    response.writeHead(307, { location: "http://127.0.0.1:9/anderswo" });
    response.end();
  });
  expect(status).toBe(307);
  expect(headers.get("location")).toBe("http://127.0.0.1:9/anderswo");
  expect(received[0]?.headers["accept-encoding"]).toBeUndefined();
  expect(received).toHaveLength(1);
});

test.each([
  ["gzip", gzipSync],
  ["deflate", deflateSync],
  ["br", brotliCompressSync],
])("reads a body that came packed with %s unasked", async (encoding, pack) => {
  const { text } = await send((response) => {
    response.writeHead(200, { "content-encoding": encoding });
    response.end(pack("Der Ausweis kostet 37 Euro, für Jüngere weniger."));
  });
  expect(text).toBe("Der Ausweis kostet 37 Euro, für Jüngere weniger.");
});

test("a body that is not what its encoding says is an error, not a text", async () => {
  await expect(
    send((response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end("<html>Anmeldung</html>");
    }),
  ).rejects.toThrow(/incorrect header/u);
});

test("keeps headers that come twice", async () => {
  const { headers } = await send((response) => {
    response.writeHead(200, [
      ["x-limit", "1"],
      ["x-limit", "2"],
    ] as never);
    response.end();
  });
  expect(headers.get("x-limit")).toBe("1, 2");
});

test.each([
  ["of known length", (response: ServerResponse) => response.end("ä".repeat(600))],
  [
    "in pieces",
    (response: ServerResponse) => {
      for (let piece = 0; piece < 6; piece += 1) response.write("ä".repeat(100));
      response.end();
    },
  ],
])("reads a body %s whole, or cut off when it is too long", async (_, behave) => {
  expect((await send(behave, 1200)).text).toBe("ä".repeat(600));
  expect((await send(behave, 1199)).text.length).toBeLessThan(600);
});
