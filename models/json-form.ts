import type { ModelRequest } from "../core/model.ts";

/** The part of a Chat Completion request that asks for JSON of a form; nothing where none is asked. */
export function jsonForm({ answerForm }: ModelRequest) {
  if (answerForm === undefined) return {};
  const { name, schema } = answerForm;
  return {
    response_format: {
      type: "json_schema" as const,
      json_schema: { name, schema: { ...schema }, strict: true },
    },
  };
}
