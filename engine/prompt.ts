import type { Case, InputKind } from "../core/case.ts";
import type { BaselineFields, Message, ModelDescription } from "../core/model.ts";
import type { PromptPlaceholder, Suite } from "../core/suite.ts";

/** The text of a case for one of its inputs; absent when the case has no such input. */
export function inputText(graded: Case, input: InputKind): string | undefined {
  return input === "raw" ? graded.input.text : graded.input.pseudonymised;
}

/**
 * Renders a prompt template for a case. `{{text}}` stands for the text of the chosen input. A
 * template has placeholders and nothing else, so that what is put in is never read as a template.
 */
export function renderPrompt(template: string, graded: Case, input: InputKind): Message[] {
  const values: Record<PromptPlaceholder, string | undefined> = {
    text: inputText(graded, input),
    question: graded.input.question,
    old: graded.input.old,
    new: graded.input.new,
  };
  const content = template.replaceAll(/\{\{\s*(\w+)\s*\}\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name as PromptPlaceholder]?.trim() ?? "") : whole,
  );
  return [{ role: "user", content }];
}

/** How a case is put to a model: by which prompt variant, with which of its inputs. */
export interface PromptChoice {
  readonly variant: string;
  readonly input: InputKind;
}

/** What is sent: the messages written out in the case, else its suite's prompt, rendered. */
export function messagesFor(
  suite: Pick<Suite, "prompts">,
  graded: Case,
  { variant, input }: PromptChoice,
): Message[] {
  return graded.messages?.[variant] ?? renderPrompt(suite.prompts[variant] ?? "", graded, input);
}

/**
 * What a baseline gets to see instead of a prompt: the fields it says it reads, and no others. Where a
 * case compares two versions, its text is the new one.
 */
export function baselineFields(
  model: ModelDescription,
  graded: Case,
  input: InputKind,
): BaselineFields {
  const fields: Required<BaselineFields> = {
    text: inputText(graded, input) ?? graded.input.new,
    question: graded.input.question,
    reference: graded.reference,
    input: graded.input,
  };
  const keys = new Set(model.reads.map((path) => path.replace(/^input\./u, "")));
  return Object.fromEntries(Object.entries(fields).filter(([key]) => keys.has(key)));
}
