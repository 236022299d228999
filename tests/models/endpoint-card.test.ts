import { describe, expect, test } from "vitest";
import { modelConfigSchema } from "../../core/model.ts";
import { openModel } from "../../models/registry.ts";

const key = "geheim-4711-0815-abcdef";

describe("a configuration that cannot work", () => {
  const complete = { id: "compatible:haus", model: "m", baseURL: "http://127.0.0.1:9/v1" };

  function open(config: object, environment: Record<string, string>) {
    const context = { environment, cacheFolder: "unused" };
    return openModel(modelConfigSchema.parse({ ...complete, ...config }), context);
  }

  test.each([
    ["without an address", { baseURL: undefined }, {}, "model-config", /baseURL/u],
    ["without a model", { model: undefined }, {}, "model-config", /model/u],
    [
      "with a password in the address",
      { baseURL: "http://a:b@haus.test/v1" },
      {},
      "model-config",
      /Zugangsdaten/u,
    ],
    ["with another protocol", { baseURL: "ftp://haus.test/v1" }, {}, "model-config", /http/u],
    ["with a variable that is not set", { apiKeyEnv: "HAUS_KEY" }, {}, "missing-key", /HAUS_KEY/u],
    [
      "with an empty variable",
      { apiKeyEnv: "HAUS_KEY" },
      { HAUS_KEY: " " },
      "missing-key",
      /HAUS_KEY/u,
    ],
    [
      "with a key of two lines",
      { apiKeyEnv: "HAUS_KEY" },
      { HAUS_KEY: "a\nb" },
      "missing-key",
      /HAUS_KEY/u,
    ],
  ])("%s", async (_, config, environment, code, message) => {
    const trouble: unknown = await open(config, environment).catch((reason: unknown) => reason);
    expect(trouble).toMatchObject({ code, exitCode: 2 });
    expect(trouble).toHaveProperty("message", expect.stringMatching(message));
  });

  test("a description says where the text is processed, and holds no key", async () => {
    const environment = { HAUS_KEY: key };
    const near = await open({ apiKeyEnv: "HAUS_KEY" }, environment);
    const far = await open({ baseURL: "https://ki.haus.test/v1" }, environment);
    expect(near.description).toMatchObject({ way: "compatible", place: "auf diesem Rechner" });
    expect(far.description.place).toBe("beim Betreiber von ki.haus.test");
    expect(JSON.stringify([near.description, far.description])).not.toContain(key);
  });

  test("concurrency comes from the configuration", async () => {
    expect((await open({ limits: { concurrency: 3 } }, {})).concurrency).toBe(3);
    expect((await open({}, {})).concurrency).toBe(64);
  });
});
