import type { GradedCase } from "../../core/case.ts";
import type { Span } from "../../core/grader.ts";
import { fitsAny, patternSentence, readPatterns } from "../text/phrase-pattern.ts";
import { splitSentences } from "../text/sentences.ts";
import signs from "./signs.json" with { type: "json" };

/** What a good prompt says; `audience` is shown and does not decide. */
export const promptParts = ["task", "source", "form", "check", "audience"] as const;
export type PromptPart = (typeof promptParts)[number];

const patterns = Object.fromEntries(
  promptParts.map((part) => [part, readPatterns(signs[part], signs.named)]),
) as Record<PromptPart, ReturnType<typeof readPatterns>>;

/**
 * Where a prompt says each part, as spans of its sentences. The official text that is pasted in does
 * not count: its sentences are nobody's instruction.
 */
export function readPrompt(prompt: string, graded: GradedCase): ReadonlyMap<PromptPart, Span[]> {
  const found = new Map<PromptPart, Span[]>();
  for (const sentence of splitSentences(withoutMaterial(prompt, graded))) {
    const { start, end } = sentence;
    const words = patternSentence(prompt.slice(start, end));
    for (const part of promptParts) {
      const fits = fitsAny(words, patterns[part]) || (part === "task" && isQuestion(sentence.text));
      if (!fits) continue;
      const places = found.get(part) ?? [];
      places.push({ start, end, kind: part });
      found.set(part, places);
    }
  }
  return found;
}

function isQuestion(sentence: string): boolean {
  return sentence.trimEnd().endsWith("?");
}

/** The same length, with blanks and a full stop in place of the material of the case. */
function withoutMaterial(prompt: string, { input }: GradedCase): string {
  const materials = [input?.text, input?.pseudonymised, input?.old, input?.new];
  let rest = prompt;
  for (const material of materials) {
    const text = material?.trim().normalize("NFC") ?? "";
    if (text.length >= shortestMaterial) rest = rest.replaceAll(text, blankFor(text));
  }
  return rest;
}

/** Shorter texts could be words of the prompt itself. */
const shortestMaterial = 20;

function blankFor(text: string): string {
  return `\n${" ".repeat(text.length - 2)}\n`;
}
