import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { modelConfigSchema } from "../../core/model.ts";
import { refuseCode } from "../../models/promptfoo-code.ts";
import { openModel } from "../../models/registry.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

function order(name: string, part: { allowCode?: boolean; config?: object } = {}) {
  const said: string[] = [];
  const { allowCode, config } = part;
  const report = (text: string): void => void said.push(text);
  return {
    said,
    order: {
      name,
      config: { ...modelConfigSchema.parse({ id: `promptfoo:${name}` }), ...config },
      context: { environment: {}, cacheFolder: "", report, allowCode },
    },
  };
}

test.each([
  "exec:rm -rf /",
  "EXEC: whoami",
  "python:./antwort.py",
  "golang:a.go",
  "ruby:a.rb",
  "package:@fremd/paket:Klasse",
  "file://anbieter.ts",
  "./anbieter.mjs",
  "anbieter.py:antworte",
  "mcp",
  "browser",
  "docker:bild",
  "anthropic:claude-agent-sdk",
  "openai:codex-sdk",
  "http://ki.example/{{ range.constructor('return 1')() }}",
])("%s would run code: refused, and what would run is shown", async (name) => {
  const error = await userErrorOf(() => refuseCode(order(name).order));
  expect([error.code, error.exitCode]).toEqual(["code-not-allowed", 2]);
  expect(error.message).toContain(name);
  expect(error.nextStep).toContain("--allow-code");
});

test.each([
  { config: { transformResponse: "process.exit(1)" } },
  { config: { body: { text: "file:///etc/passwd" } } },
  { config: { body: { text: "{{ range.constructor('return 1')() }}" } } },
  { config: { body: { "{{ range.constructor }}": "x" } } },
  { config: { body: "{# {% raw %} #}{{ range.constructor('return 1')() }}{# {% endraw %} #}" } },
  { config: { headers: { a: "{% set x = 1 %}" } } },
  { config: { url: "http://ki.example/{{ prompt.constructor }}" } },
  { config: { functionToolCallbacks: { hole: "async () => fetch('x')" } } },
])("code in settings is refused: %j", async (config) => {
  const error = await userErrorOf(() => refuseCode(order("https://ki.example", { config }).order));
  expect(error.code).toBe("code-not-allowed");
});

test.each([
  "openai:chat:gpt-4.1",
  "mistral:large",
  "huggingface:text-generation:a/b",
  "http://ki.example",
])("%s runs nothing here", (name) => {
  expect(() => refuseCode(order(name).order)).not.toThrow();
});

test.each([
  { config: { body: { text: "{{ prompt }}", all: "{{prompt | dump}}" } } },
  { config: { headers: { authorization: "Bearer {{ env.HAUS_ZUGANG }}" } } },
])("settings that only put values in are no code: %j", (config) => {
  expect(() => refuseCode(order("http://ki.example", { config }).order)).not.toThrow();
});

test("with leave it runs, and is said first", () => {
  const { said, order: allowed } = order("exec:echo", { allowCode: true });
  expect(() => refuseCode(allowed)).not.toThrow();
  expect(said).toEqual([expect.stringContaining("exec:echo")]);
});

test("a refused program was not started", async () => {
  const witness = join(temporaryFolder(), "zeuge");
  const config = modelConfigSchema.parse({ id: `promptfoo:exec:touch ${witness}` });
  const context = { environment: {}, cacheFolder: temporaryFolder() };
  const error = await userErrorOf(async () => openModel(config, context));
  expect(error.code).toBe("code-not-allowed");
  expect(existsSync(witness)).toBe(false);
});
