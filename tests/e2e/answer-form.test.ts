import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startChatServer } from "../helpers/chat-server.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

const suite = (more: string, schema = "") => `schemaVersion: 1
name: form-probe
version: 1.0.0
title: Note als JSON
graders: { must: [json] }
${more}
options:
  json:
    schema:
      type: object
      properties:
        note: { type: integer, enum: [1, 2, 3] }
        sicher: { type: boolean }
      required: [note, sicher]
${schema}
variants: { trained: prompts/a.md }
`;

function writeForm(folder: string, text: string): string {
  writeIn(folder, "form-probe/suite.yaml", text);
  writeIn(folder, "form-probe/prompts/a.md", "Gib eine Note als JSON: {{text}}");
  writeIn(
    folder,
    "form-probe/faelle.yaml",
    `- id: eins
  input: { text: Der Bescheid ist gut. }
  reference: '{"note": 2, "sicher": true}'
  source: erfunden
  asOf: 2026-01-01
`,
  );
  return join(folder, "form-probe");
}

const closed = "      additionalProperties: nein";

async function evaluate(text: string) {
  const folder = temporaryFolder();
  const server = await startChatServer(() => '{"note": 2, "sicher": true}');
  const path = writeForm(folder, text);
  const model = "models: [{ id: compatible:stub, model: stub, baseURL: ";
  const config = writeIn(
    folder,
    "amtsprobe.yaml",
    `suites: [${path}]\n${model}${server.baseURL} }]\n`,
  );
  const out = join(folder, "lauf");
  const words = ["--config", config, "--profile", "full", "--variant", "trained", "--out", out];
  const result = await runCommandLine("eval", words);
  return { ...result, out, bodies: server.bodies as readonly object[] };
}

test(
  "a suite with answerForm asks its models for the JSON by which it judges",
  { timeout: 60_000 },
  async () => {
    const { code, bodies, out } = await evaluate(suite("answerForm: ja", closed));
    expect(code).toBe(0);
    const schema = {
      type: "object",
      properties: { note: { type: "integer", enum: [1, 2, 3] }, sicher: { type: "boolean" } },
      required: ["note", "sicher"],
      additionalProperties: false,
    };
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatchObject({
      response_format: {
        type: "json_schema",
        json_schema: { name: "form_probe", schema, strict: true },
      },
    });
    const findings = JSON.parse(readFileSync(join(out, "findings.json"), "utf8")) as {
      rates: readonly { passed: number }[];
    };
    expect(findings.rates[0]).toMatchObject({ passed: 1 });
  },
);

test("without it nothing of the form is sent", { timeout: 60_000 }, async () => {
  const { code, bodies } = await evaluate(suite("", closed));
  expect(code).toBe(0);
  expect(bodies[0]).not.toHaveProperty("response_format");
});

test("an open schema is refused, with what to do", { timeout: 60_000 }, async () => {
  const { code, stderr, bodies } = await evaluate(suite("answerForm: ja"));
  expect(code).toBe(2);
  expect(stderr).toContain("das JSON-Schema ist offen");
  expect(stderr).toContain("additionalProperties: nein");
  expect(bodies).toEqual([]);
});
