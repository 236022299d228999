import { expect, test } from "vitest";
import { openRuntime } from "../../models/llama-weights.ts";
import { llamaForm } from "../../models/llama-form.ts";

const anything = {
  oneOf: [
    { type: ["string", "number", "boolean", "null"] },
    { type: "object", additionalProperties: true },
    { type: "array" },
  ],
};

test.each([
  ["a type stays", { type: "string", maxLength: 5 }, { type: "string", maxLength: 5 }],
  ["a choice needs no type", { type: "integer", enum: [1, 2] }, { enum: [1, 2] }],
  ["one value needs no type", { type: "string", const: "ja" }, { const: "ja" }],
  [
    "several types become alternatives",
    { type: ["object", "null"], properties: { a: { type: "string" } } },
    {
      oneOf: [{ type: "object", properties: { a: { type: "string" } } }, { type: "null" }],
    },
  ],
  ["no type is anything", { type: "array", items: {} }, { type: "array", items: anything }],
  [
    "fields and items too",
    { type: "object", properties: { a: { type: "array", items: { type: ["array", "null"] } } } },
    {
      type: "object",
      properties: {
        a: { type: "array", items: { oneOf: [{ type: "array" }, { type: "null" }] } },
      },
    },
  ],
])("%s", (_, schema, expected) => {
  expect(llamaForm(schema)).toEqual(expected);
});

/** The grammar as llama.cpp gets it. */
async function grammarOf(schema: object): Promise<string> {
  const llama = await openRuntime();
  const made = await llama.createGrammarForJsonSchema(llamaForm(schema) as never);
  return made.grammar;
}

test("llama.cpp gets a grammar with the fields, in order, and the choices", async () => {
  const grammar = await grammarOf({
    type: "object",
    properties: { note: { type: "integer", enum: [1, 2] }, text: { type: ["object", "null"] } },
  });
  expect(grammar).toMatch(/note.*text/su);
  expect(grammar).toMatch(/"1"\s*\|\s*"2"/u);
  expect(await grammarOf({ type: ["object", "null"] })).toContain("{");
});
