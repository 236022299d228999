import { expect, test } from "vitest";
import { modelConfigSchema } from "../../../core/model.ts";
import { checkResumed } from "../../../scripts/eval/check-resumed.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

const model = (fields: object) =>
  modelConfigSchema.parse({ id: "compatible:haus", model: "m", ...fields });

const foreign = model({ baseURL: "https://fremd.example/v1", apiKeyEnv: "HAUS_KI_KEY" });

test("a run from elsewhere does not send a key to an address of its own", async () => {
  const error = await userErrorOf(() => checkResumed([foreign], [], "lauf"));
  expect(error).toMatchObject({ code: "foreign-endpoint", exitCode: 2 });
  expect(error.message).toContain("https://fremd.example/v1");
  expect(error.message).toContain("HAUS_KI_KEY");
});

test("the usual key of a provider is one too", () => {
  const openai = modelConfigSchema.parse({ id: "openai:m", baseURL: "https://fremd.example/v1" });
  expect(() => checkResumed([openai], [], "lauf")).toThrow("OPENAI_API_KEY");
});

test.each([
  ["another address", { baseURL: "https://haus.example/v1", apiKeyEnv: "HAUS_KI_KEY" }],
  ["another key", { baseURL: "https://fremd.example/v1", apiKeyEnv: "ANDERER_KEY" }],
])("settings with %s do not allow it", (_, fields) => {
  expect(() => checkResumed([foreign], [model(fields)], "lauf")).toThrow("Einstellungen");
});

test("goes on with what the settings name, without a key, on this machine and with known providers", () => {
  checkResumed([foreign], [foreign], "lauf");
  const others = [
    model({ baseURL: "https://offen.example/v1" }),
    model({ baseURL: "http://127.0.0.1:8080/v1", apiKeyEnv: "HAUS_KI_KEY" }),
    model({ baseURL: "http://[::ffff:127.0.0.1]:8080/v1", apiKeyEnv: "HAUS_KI_KEY" }),
    modelConfigSchema.parse({ id: "openai:m" }),
    modelConfigSchema.parse({ id: "llama:gemma3-270m" }),
  ];
  checkResumed(others, [], "lauf");
  expect(others).toHaveLength(5);
});
