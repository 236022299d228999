import type { LlamaGrammar, LlamaGrammarEvaluationState, LlamaModel } from "node-llama-cpp";
import type { AnswerForm } from "../core/model.ts";
import { llamaForm } from "./llama-form.ts";

/** Grammars of one model by the JSON of their schema; a suite has one form for all its questions. */
const grammars = new WeakMap<LlamaModel, Map<string, Promise<LlamaGrammar>>>();

/**
 * What lets a model choose only tokens by which its answer stays JSON of a form, for one answer. Kinds of
 * values, fields, lists and fixed choices are heeded; bounds of numbers are not. Rejects
 * for a schema of which llama.cpp makes no grammar.
 */
export async function grammarState(
  model: LlamaModel,
  { schema }: AnswerForm,
): Promise<LlamaGrammarEvaluationState> {
  const { LlamaGrammarEvaluationState: State } = await import("node-llama-cpp");
  const known = grammars.get(model) ?? new Map<string, Promise<LlamaGrammar>>();
  grammars.set(model, known);
  const key = JSON.stringify(schema);
  const making =
    known.get(key) ?? model.llama.createGrammarForJsonSchema(llamaForm(schema) as never);
  known.set(key, making);
  return new State({ model, grammar: await making });
}
