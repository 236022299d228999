import type { Finding } from "../../../graders/identifiers/finding.ts";
import { recognise } from "../../../graders/identifiers/recognise.ts";

/** What counts in a text, as „kind value“. */
export function counted(text: string): string[] {
  return recognise(text)
    .filter(({ counts }) => counts)
    .map(shown);
}

/** What is only a hint in a text. */
export function hinted(text: string): string[] {
  return recognise(text)
    .filter(({ counts }) => !counts)
    .map(shown);
}

/** The pieces of the text that count. */
export function quoted(text: string): string[] {
  return recognise(text)
    .filter(({ counts }) => counts)
    .map(({ start, end }) => text.slice(start, end));
}

function shown({ kind, value }: Finding): string {
  return `${kind} ${value}`;
}
