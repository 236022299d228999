import type { Case, InputKind } from "../../core/case.ts";
import type { Suite } from "../../core/suite.ts";
import { inputText, messagesFor } from "../../engine/prompt.ts";
import { inputLabel, variantLabel } from "../../reports/labels.ts";
import type { Preview, PreviewCase } from "../../reports/preview.ts";

/** What of a suite is to be shown; without a choice everything. */
export interface PreviewChoice {
  readonly case?: string | undefined;
  readonly variant?: string | undefined;
  readonly input?: InputKind | undefined;
}

/** Every message that a model would get, exactly as the run renders it. */
export function previewSuite(suite: Suite, choice: PreviewChoice): Preview {
  const cases = suite.cases
    .filter(({ id }) => choice.case === undefined || id === choice.case)
    .map((graded) => previewCase(suite, graded, choice));
  return { suite: suite.name, title: suite.title, cases };
}

function previewCase(suite: Suite, graded: Case, choice: PreviewChoice): PreviewCase {
  const inputs = (["raw", "pseudonymised"] as const).filter(
    (input) =>
      (choice.input ?? input) === input &&
      (input === "raw" || inputText(graded, input) !== undefined),
  );
  const variants = Object.keys(suite.variants).filter((name) => (choice.variant ?? name) === name);
  return {
    id: graded.id,
    messages: variants.flatMap((variant) =>
      inputs.map((input) => ({
        variant: variantLabel(variant),
        input: inputLabel(input),
        text: messagesFor(suite, graded, { variant, input })
          .map(({ content }) => content)
          .join("\n\n"),
      })),
    ),
    ...(graded.reference !== undefined && { reference: graded.reference }),
    language: graded.expected.language ?? "de",
  };
}

/** The preview as it is printed in a terminal. */
export function previewText({ title, cases }: Preview): string {
  const blocks = cases.flatMap(({ id, messages, reference }) => [
    heading(id, "="),
    ...messages.map(
      ({ variant, input, text }) => `${heading(`${variant}, ${input}`, "-")}\n${text}`,
    ),
    ...(reference === undefined
      ? []
      : [`${heading("Musterantwort", "-")}\n${reference.trimEnd()}`]),
  ]);
  return [title, ...blocks].join("\n\n");
}

function heading(text: string, line: string): string {
  return `${text}\n${line.repeat(text.length)}`;
}
