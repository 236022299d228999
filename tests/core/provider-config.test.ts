import { expect, test } from "vitest";
import { providerConfigSchema, withEnvironment } from "../../core/provider-config.ts";

test("settings of a provider come as values or as JSON text", () => {
  expect(providerConfigSchema.parse({ voice: "alt" })).toEqual({ voice: "alt" });
  expect(providerConfigSchema.parse('{"top_p":0.5,"tools":[]}')).toEqual({ top_p: 0.5, tools: [] });
});

test.each(["[1]", "kein JSON", '{"apiKey":"abc"}', '{"headers":{"Authorization":"Bearer abc"}}'])(
  "%s is refused",
  (text) => {
    expect(providerConfigSchema.safeParse(text).success).toBe(false);
  },
);

test("a secret stands in it as the name of a variable, and is put in for the call only", () => {
  const config = providerConfigSchema.parse({
    headers: { Authorization: "Bearer {{ env.HAUS }}" },
  });
  expect(withEnvironment(config, { HAUS: "geheim" })).toEqual({
    headers: { Authorization: "Bearer geheim" },
  });
  expect(withEnvironment(["{{env.FEHLT}}", 3], {})).toEqual(["", 3]);
});
