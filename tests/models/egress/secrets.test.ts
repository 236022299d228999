import { beforeEach, describe, expect, test, vi } from "vitest";
import type * as loaded from "../../../models/egress/secrets.ts";

let secrets: typeof loaded;

beforeEach(async () => {
  vi.resetModules();
  secrets = await import("../../../models/egress/secrets.ts");
});

test("values of variables that are named like secrets show up nowhere", () => {
  secrets.noteSecrets({
    HAUS_KI_KEY: "geheim-4711-0815",
    HF_TOKEN: "hf_abcdefghijkl",
    KEY: "kurz",
    TASTATUR_KEYBOARD: "deutsch-qwertz",
    HTTPS_PROXY: "http://name:kenn%20wort-1@proxy.amt.example:3128",
  });
  const said =
    "geheim-4711-0815 hf_abcdefghijkl kurz deutsch-qwertz kenn%20wort-1, kenn wort-1, proxy.amt.example";
  expect(secrets.maskSecrets(said)).toBe("••• ••• kurz deutsch-qwertz •••, •••, proxy.amt.example");
});

test("values of plain data are masked at every depth, and left alone without secrets", () => {
  const data = { a: ["x", { b: "Schlüssel geheim-4711-0815" }], n: 1, none: null };
  expect(secrets.maskValues(data)).toBe(data);
  secrets.noteSecret(" geheim-4711-0815 ");
  expect(secrets.maskValues(data)).toEqual({
    a: ["x", { b: "Schlüssel •••" }],
    n: 1,
    none: null,
  });
});

describe("a child process", () => {
  test("gets no secret, by name or by value", () => {
    secrets.noteSecret("geheim-4711-0815");
    const environment = {
      PATH: "/bin",
      OPENAI_API_KEY: "sk-1",
      ANTHROPIC_AUTH_TOKEN: "x",
      DB_PASSWORD: "x",
      UNAUFFAELLIG: "geheim-4711-0815",
      MONKEY: "banane",
    };
    expect(secrets.withoutSecrets(environment)).toEqual({ PATH: "/bin", MONKEY: "banane" });
  });
});
