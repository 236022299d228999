import type { ModelRequest } from "../core/model.ts";
import { jsonForm } from "./json-form.ts";

/**
 * The part of a provider's configuration in promptfoo that asks for JSON of a form; nothing where none is
 * asked. Providers that do not know it leave it out.
 */
export function promptfooForm(name: string, request: ModelRequest): object {
  if (request.answerForm === undefined) return {};
  if (name.startsWith("ollama:")) return { format: { ...request.answerForm.schema } };
  return jsonForm(request);
}
