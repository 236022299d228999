import type { Case } from "../../core/case.ts";
import type { Message } from "../../core/model.ts";
import { messagesFor } from "../../engine/prompt.ts";
import type { Suite } from "../../core/suite.ts";

/** The key of a question: what is sent, whoever sends it. */
export function questionKey(messages: readonly Message[]): string {
  return JSON.stringify(messages.map(({ role, content }) => [role, content]));
}

/**
 * A fixed answer for every question of a suite. They take turns: everything that the assertions of the
 * case name, the question itself, JSON, one German sentence; so that assertions pass and fail.
 */
export function fixedAnswers(suite: Suite): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  let turn = 0;
  for (const graded of suite.cases) {
    for (const variant of Object.keys(suite.variants)) {
      const messages = messagesFor(suite, graded, { variant, input: "raw" });
      const key = questionKey(messages);
      if (!answers.has(key)) answers.set(key, visible(answerOf(graded, messages, turn)));
      turn += 1;
    }
  }
  return answers;
}

/** Composed, without blanks around it, and never empty: those are other verdicts here on purpose. */
function visible(text: string): string {
  const trimmed = text.normalize("NFC").trim();
  return trimmed === "" ? "Ja." : trimmed;
}

function answerOf(graded: Case, messages: readonly Message[], turn: number): string {
  const texts = textsIn(
    (graded.expected.assertions ?? []).map(({ value, assert }) => value ?? assert),
  );
  switch (turn % 4) {
    case 0:
      return texts.join(" ");
    case 1:
      return messages.at(-1)?.content ?? "";
    case 2:
      return JSON.stringify({ answer: texts[0] ?? "Berlin", color: "rot", ok: true });
    default:
      return "Der Personalausweis kostet 37,00 Euro und gilt zehn Jahre.";
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
