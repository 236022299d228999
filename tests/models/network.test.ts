import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { modelConfigSchema } from "../../core/model.ts";
import type { Failed } from "../../core/outcome.ts";
import { callModel, defaultRetryPolicy } from "../../engine/call.ts";
import { chooseProxy, type NetworkSettings } from "../../models/network.ts";
import { openModel } from "../../models/registry.ts";
import { programFolder } from "../../scripts/folders.ts";
import { listenOnLoopback } from "../helpers/listen-on-loopback.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";
import { completion, reply, startStub } from "./stub-endpoint.ts";
import { startProxy } from "./stub-proxy.ts";

const question = {
  messages: [{ role: "user", content: "Was kostet der Ausweis?" } as const],
  temperature: 0,
  seed: 7,
  maxTokens: 50,
};
const tlsFolder = join(programFolder, "tests", "fixtures", "tls");

interface Line {
  readonly baseURL: string;
  readonly network?: NetworkSettings;
  readonly environment?: Record<string, string>;
  readonly config?: object;
}

async function open({ baseURL, network, environment = {}, config = {} }: Line) {
  const id = "compatible:haus";
  const model = await openModel(
    modelConfigSchema.parse({ id, model: "haus-modell", baseURL, ...config }),
    { environment, cacheFolder: "unused", deadlineMs: 10_000, network },
  );
  onTestFinished(() => model.close());
  return model;
}

async function ask(line: Line) {
  const model = await open(line);
  return await model.call(question, new AbortController().signal);
}

/** As a run asks: with the layer that tries passing failures again. */
async function askPatiently(line: Line) {
  const retried: Failed[] = [];
  const outcome = await callModel(await open(line), question, {
    clock: { now: () => 0, date: () => "", sleep: async () => Promise.resolve() },
    random: () => 0,
    policy: defaultRetryPolicy,
    pass: (call) => call(),
    signal: new AbortController().signal,
    onRetry: (failure) => retried.push(failure),
  });
  expect(retried).toEqual([]);
  return outcome;
}

async function stubWithPort() {
  const stub = await startStub(reply({ body: completion() }));
  onTestFinished(() => stub.close());
  return { stub, port: Number(new URL(stub.baseURL).port) };
}

/** A TLS server whose certificate nobody signed but itself. */
async function startSelfSigned(): Promise<number> {
  const key = readFileSync(join(tlsFolder, "schluessel.pem"));
  const cert = readFileSync(join(tlsFolder, "zertifikat.pem"));
  const server = createServer({ key, cert }, (_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(completion());
  });
  return await listenOnLoopback(server);
}

describe("a proxy", () => {
  test.each([
    ["of the configuration", (address: string): Partial<Line> => ({ network: { proxy: address } })],
    ["of HTTP_PROXY", (address: string) => ({ environment: { HTTP_PROXY: address } })],
    ["of http_proxy", (address: string) => ({ environment: { http_proxy: address } })],
  ])("%s leads to a host that only it knows", async (_kind, part) => {
    const { stub, port } = await stubWithPort();
    const proxy = await startProxy({ port });
    const outcome = await ask({ baseURL: "http://ki.amt.example/v1", ...part(proxy.address) });
    expect(outcome).toMatchObject({ status: "completed", answer: "Der Ausweis kostet 37 Euro." });
    expect(stub.received).toHaveLength(1);
    expect(proxy.asked).toHaveLength(1);
    expect(proxy.asked[0]).toContain("ki.amt.example");
  });

  test("leads to an encrypted address too", async () => {
    const port = await startSelfSigned();
    const proxy = await startProxy({ port });
    const outcome = await ask({
      baseURL: "https://localhost.amt.example/v1",
      network: { proxy: proxy.address, caFile: join(tlsFolder, "zertifikat.pem") },
    });
    // The certificate is for another name: the tunnel stood, and the check was made.
    expect(proxy.asked).toEqual(["CONNECT localhost.amt.example:443"]);
    expect(outcome).toMatchObject({ status: "failed", code: "authentication" });
    expect(outcome).toHaveProperty("message", expect.stringContaining("für einen anderen Namen"));
  });

  test.each([
    ["NO_PROXY", { environment: { NO_PROXY: "127.0.0.2" } }],
    ["noProxy", { network: { noProxy: ["127.0.0.2"] } }],
  ])("is left out for what %s names, and for this machine", async (_name, part: Partial<Line>) => {
    const { port } = await stubWithPort();
    const proxy = await startProxy({ port });
    const network = { ...part.network, proxy: proxy.address };
    const direct = await ask({ ...part, baseURL: `http://127.0.0.1:${port}/v1`, network });
    expect(direct).toMatchObject({ status: "completed" });
    await ask({ ...part, baseURL: `http://127.0.0.2:${port}/v1`, network });
    expect(proxy.asked).toEqual([]);
  });

  test.each(["http://ki.amt.example/v1", "https://ki.amt.example/v1"])(
    "that asks for a login on the way to %s: one sentence, no second attempt",
    async (baseURL) => {
      const { stub, port } = await stubWithPort();
      const proxy = await startProxy({ port, login: "Basic bmFtZTp3b3J0" });
      const outcome = await askPatiently({ baseURL, network: { proxy: proxy.address } });
      expect(outcome).toMatchObject({ status: "failed", code: "authentication" });
      expect(outcome).toHaveProperty("message", expect.stringContaining("verlangt eine Anmeldung"));
      expect(proxy.asked).toHaveLength(1);
      expect(stub.received).toEqual([]);
      const withLogin = proxy.address.replace("//", "//name:wort@");
      if (baseURL.startsWith("https")) return;
      const welcome = await ask({
        baseURL,
        environment: { HTTPS_PROXY: "", HTTP_PROXY: withLogin },
      });
      expect(welcome).toMatchObject({ status: "completed" });
      expect(JSON.stringify(stub.received)).not.toContain("bmFtZTp3b3J0");
    },
  );

  test("whose address is none is refused before the first call", async () => {
    const line = { baseURL: "http://ki.amt.example/v1", environment: { HTTP_PROXY: "proxy" } };
    const model = await open(line);
    const error = await userErrorOf(async () => model.prepare(() => {}));
    expect(error).toMatchObject({ code: "proxy-address", exitCode: 2 });
  });

  test("is chosen by configuration, then lower case, then upper case", () => {
    const environment = { HTTPS_PROXY: "A", https_proxy: "b", HTTP_PROXY: "C" };
    expect(chooseProxy({}, environment)).toMatchObject({ https: "b", http: "C" });
    expect(chooseProxy({ proxy: "P" }, environment)).toMatchObject({ https: "P", http: "P" });
    expect(chooseProxy({}, {})).toMatchObject({ https: "", http: "" });
  });
});

test("a server without encryption behind https is no question of certificates", async () => {
  const { port } = await stubWithPort();
  const outcome = await ask({ baseURL: `https://127.0.0.1:${port}/v1` });
  expect(outcome).toMatchObject({ status: "failed", code: "network" });
  expect(outcome).toHaveProperty("message", expect.stringMatching(/Verschlüsselung.*http:/u));
});

describe("a certificate that nobody signed", () => {
  test("is refused with what to do, and not tried again", async () => {
    const port = await startSelfSigned();
    const outcome = await askPatiently({ baseURL: `https://127.0.0.1:${port}/v1` });
    expect(outcome).toMatchObject({ status: "failed", code: "authentication" });
    expect(outcome).toHaveProperty("message", expect.stringMatching(/Zertifikat .*caFile/u));
    const model = await open({ baseURL: `https://127.0.0.1:${port}/v1` });
    const error = await userErrorOf(async () => model.prepare(() => {}));
    expect(error).toMatchObject({ code: "endpoint-unreachable", exitCode: 3 });
    expect(error.message).toContain("Zertifikat");
  });

  test("is trusted when caFile names it", async () => {
    const port = await startSelfSigned();
    const network = { caFile: join(tlsFolder, "zertifikat.pem") };
    const outcome = await ask({ baseURL: `https://127.0.0.1:${port}/v1`, network });
    expect(outcome).toMatchObject({ status: "completed" });
  });

  test.each([
    ["is not there", () => "/nicht/da.pem"],
    ["is something else", () => writeIn(temporaryFolder(), "ca.pem", "kein Zertifikat")],
  ])("a caFile that %s is refused with its name", async (_kind, file) => {
    const caFile = file();
    const model = await open({ baseURL: "https://ki.amt.example/v1", network: { caFile } });
    const error = await userErrorOf(async () => model.prepare(() => {}));
    expect(error).toMatchObject({ code: "ca-file", exitCode: 2 });
    expect(error.message).toContain(caFile);
  });
});

describe("headers of one's own", () => {
  test("are sent with every request and recorded", async () => {
    const { stub } = await stubWithPort();
    const config = { headers: { "x-mandant": "amt-50" } };
    const model = await open({ baseURL: stub.baseURL, config });
    await model.call(question, new AbortController().signal);
    expect(stub.received[0]?.headers).toMatchObject({ "x-mandant": "amt-50" });
    expect(model.description.details["headers"]).toContain("amt-50");
  });

  test("may carry the key under another name, as Azure wants it", async () => {
    const { stub } = await stubWithPort();
    const outcome = await ask({
      baseURL: stub.baseURL,
      environment: { HAUS_KEY: "geheim-4711" },
      config: { apiKeyEnv: "HAUS_KEY", apiKeyHeader: "api-key" },
    });
    expect(outcome.status).toBe("completed");
    expect(stub.received[0]?.headers).toMatchObject({ "api-key": "geheim-4711" });
    expect(stub.received[0]?.headers).not.toHaveProperty("authorization");
  });
});
