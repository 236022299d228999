import { expect, test } from "vitest";
import { openAgainst, answerAs, questionOf } from "../helpers/model-conformance.ts";
import { protocols } from "../helpers/model-protocols.ts";

const schema = {
  type: "object",
  properties: { note: { type: "integer" } },
  required: ["note"],
  additionalProperties: false,
};

/** Where each protocol carries the form of the answer. */
const places: Readonly<Record<string, object>> = {
  compatible: { response_format: { type: "json_schema", json_schema: { name: "urteil", schema } } },
  openai: { text: { format: { type: "json_schema", name: "urteil", strict: true, schema } } },
  "openai with api: chat": {
    response_format: { type: "json_schema", json_schema: { name: "urteil", schema, strict: true } },
  },
  anthropic: { output_config: { format: { type: "json_schema", schema } } },
  "anthropic, streamed": { output_config: { format: { type: "json_schema", schema } } },
  ollama: { format: schema },
};

test.each(protocols.map((protocol) => [protocol.name, protocol] as const))(
  "%s: asks for JSON of a form, and gives it back as it came",
  async (name, protocol) => {
    const text = '{"note":2}';
    const { model, stub } = await openAgainst(
      protocol,
      answerAs(protocol, { body: protocol.answer({ text }) }),
    );
    const request = { ...questionOf(protocol), answerForm: { name: "urteil", schema } };
    const outcome = await model.call(request, new AbortController().signal);
    expect(outcome).toMatchObject({ status: "completed", answer: text });
    expect(stub.received[0]?.body).toMatchObject(places[name] ?? { missing: name });
  },
);
