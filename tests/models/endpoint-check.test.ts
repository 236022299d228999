import { afterEach, describe, expect, test } from "vitest";
import { modelConfigSchema, type Model } from "../../core/model.ts";
import { openModel } from "../../models/registry.ts";
import { reply, startStub, type Behaviour, type StubEndpoint } from "./stub-endpoint.ts";

const key = "geheim-4711-0815-abcdef";

interface Setting {
  readonly deadlineMs?: number;
  readonly baseURL?: string;
}

let stub: StubEndpoint | undefined;
let model: Model | undefined;

afterEach(async () => {
  await model?.close();
  await stub?.close();
});

describe("before the first call", () => {
  const list = (...ids: string[]) => JSON.stringify({ data: ids.map((id) => ({ id })) });

  async function prepareAt(behave: Behaviour, setting: Setting = {}) {
    stub = await startStub(behave);
    const { deadlineMs, baseURL = stub.baseURL } = setting;
    const config = { id: "compatible:haus", model: "haus-modell", baseURL, apiKeyEnv: "HAUS_KEY" };
    const environment = { HAUS_KEY: key };
    const context = { environment, cacheFolder: "unused", deadlineMs };
    model = await openModel(modelConfigSchema.parse(config), context);
    const said: string[] = [];
    const trouble: unknown = await model
      .prepare((message) => said.push(message))
      .catch((reason: unknown) => reason);
    expect(JSON.stringify([said, String(trouble)])).not.toContain(key);
    return { said: said.join(" "), trouble };
  }

  test("an endpoint that has the model is ready, and nothing is said", async () => {
    expect(await prepareAt(reply({ body: list("haus-modell") }))).toEqual({
      said: "",
      trouble: undefined,
    });
    expect(stub?.received[0]).toMatchObject({ method: "GET", path: "/v1/models" });
  });

  test.each([
    ["another model", reply({ body: list("a", "b") }), /„haus-modell“ nicht.*a, b/u],
    ["no list", reply({ body: "<html>" }), /nicht wie eine Schnittstelle für Sprachmodelle/u],
    ["no such address", reply({ status: 404 }), /Status 404.*trotzdem/u],
    ["a busy endpoint", reply({ status: 503 }), /Status 503.*trotzdem/u],
  ])("%s is reported and not fatal", async (_, behave, message) => {
    const { said, trouble } = await prepareAt(behave);
    expect(said).toMatch(message);
    expect(trouble).toBeUndefined();
  });

  test("a refused key ends with the name of the variable", async () => {
    const body = JSON.stringify({ error: { message: `wrong key ${key}` } });
    const { trouble } = await prepareAt(reply({ status: 401, body }));
    expect(trouble).toMatchObject({ code: "endpoint-authentication", exitCode: 3 });
    expect(trouble).toHaveProperty("nextStep", expect.stringContaining("HAUS_KEY"));
  });

  test.each([
    ["in place of the list too", "<html>", "model-not-found"],
    ["in place of an answer alone", list("haus-modell"), "malformed-answer"],
  ])("a web page %s", async (_, body, code) => {
    await prepareAt((response, request) => {
      const isList = request.url?.endsWith("/models") === true;
      reply({ body: isList ? body : "<!doctype html>" })(response, request);
    });
    const question = { messages: [{ role: "user", content: "Hallo" } as const], maxTokens: 5 };
    const outcome = await model?.call(
      { ...question, temperature: 0, seed: 1 },
      new AbortController().signal,
    );
    expect(outcome).toMatchObject({ status: "failed", code });
    expect(outcome).toHaveProperty("message", expect.stringContaining("Webseite"));
  });

  test("nobody there ends with what to start", async () => {
    const gone = await startStub(reply({}));
    await gone.close();
    const { trouble } = await prepareAt(reply({}), { baseURL: gone.baseURL });
    expect(trouble).toMatchObject({ code: "endpoint-unreachable", exitCode: 3 });
    expect(trouble).toHaveProperty("nextStep", expect.stringContaining(gone.baseURL));
  });

  test("an endpoint that does not answer in time is not there", async () => {
    const { trouble } = await prepareAt(() => {}, { deadlineMs: 100 });
    expect(trouble).toMatchObject({ code: "endpoint-unreachable", exitCode: 3 });
  });
});
