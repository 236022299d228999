import type { Noun } from "../sentences/counted.ts";
import { decimal } from "./numbers.ts";
import nouns from "./nouns.json" with { type: "json" };

const forms: Readonly<Record<Noun, { readonly one: string; readonly many: string }>> = nouns;

/** `1 case`, `0 cases`, `3 cases`. English nouns have one form whatever the grammatical case. */
export function counted(
  count: number,
  noun: Noun,
  _grammaticalCase: "nominative" | "dative" = "nominative",
): string {
  const { one, many } = forms[noun];
  return `${decimal(count)}\u00a0${agree(count, one, many)}`;
}

/** The form that agrees with a number: singular for exactly 1. */
export function agree(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** `1 year`, `4 years`. */
export function yearsText(years: number): string {
  return `${decimal(years)} ${agree(years, "year", "years")}`;
}

/** `1 answer`, `30 answers`, for a table. */
export function answersText(answers: number): string {
  return `${decimal(answers)} ${agree(answers, "answer", "answers")}`;
}

/** A title within a sentence. */
export function inQuotes(title: string): string {
  return `“${title}”`;
}

/** A German title stands in quotation marks everywhere in an English sentence. */
export function titled(title: string): string {
  return inQuotes(title);
}
