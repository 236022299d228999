import { describe, expect, test } from "vitest";
import { modelConfigSchema, type BaselineFields } from "../../core/model.ts";
import { baselineNames, openBaseline } from "../../models/baseline.ts";

const fields: BaselineFields = {
  text: "Das Amt öffnet um 8 Uhr. Es liegt am Markt. Parkplätze gibt es keine. Hunde dürfen mit.",
  question: "Darf mein Hund mit?",
  reference: "Ja, Hunde dürfen mit.",
};

async function ask(name: string, given: BaselineFields | undefined, signal?: AbortSignal) {
  const config = modelConfigSchema.parse({ id: `baseline:${name}` });
  const model = await openBaseline({ name, config });
  const request = { messages: [], temperature: 0, seed: 1, maxTokens: 1, fields: given };
  const outcome = await model.call(request, signal ?? new AbortController().signal);
  return { description: model.description, outcome };
}

test.each([
  ["copy", fields.text],
  ["lead", "Das Amt öffnet um 8 Uhr. Es liegt am Markt. Parkplätze gibt es keine."],
  ["retrieval", "Parkplätze gibt es keine. Hunde dürfen mit."],
  ["reference", "Ja, Hunde dürfen mit."],
])("%s answers from the fields of the case alone", async (name, answer) => {
  const { outcome } = await ask(name, fields);
  expect(outcome).toEqual({ status: "completed", answer, finishReason: "stop" });
});

test("retrieval without a question gives the first sentences", async () => {
  const { outcome } = await ask("retrieval", { text: fields.text });
  expect(outcome).toEqual((await ask("lead", fields)).outcome);
});

describe.each(baselineNames)("%s", (name) => {
  test("says what it is and what it reads", async () => {
    const { description } = await ask(name, fields);
    expect(description).toMatchObject({ kind: "baseline", way: "baseline", name });
    expect(description.reads.length).toBeGreaterThan(0);
    expect(description.details["rule"]).toMatch(/zurück/u);
  });

  test("a case without the needed field has no answer, and says which field", async () => {
    const { outcome, description } = await ask(name, undefined);
    expect(outcome).toMatchObject({ status: "failed", code: "internal" });
    expect(outcome).toHaveProperty("message", expect.stringContaining(description.reads[0] ?? "?"));
  });

  test("an aborted call is aborted", async () => {
    const { outcome } = await ask(name, fields, AbortSignal.abort());
    expect(outcome).toMatchObject({ status: "failed", code: "aborted" });
  });
});
