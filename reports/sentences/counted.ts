import nouns from "../words/nouns.json" with { type: "json" };
import { decimal } from "./numbers.ts";

/** A noun of the catalogue `words/nouns.json`. */
export type Noun = keyof typeof nouns;

/** `1 Fall`, `0 Fälle`, `3 Fälle`; in the dative `von 3 Fällen`. */
export function counted(
  count: number,
  noun: Noun,
  grammaticalCase: "nominative" | "dative" = "nominative",
): string {
  const forms = nouns[noun];
  const many = grammaticalCase === "dative" ? forms.dativeMany : forms.many;
  return `${decimal(count)}\u00a0${agree(count, forms.one, many)}`;
}

/** The form that agrees with a number: singular for exactly 1. */
export function agree(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** `A`, `A und B`, `A, B und C`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  if (items.length === 1) return last;
  return `${items.slice(0, -1).join(", ")} und ${last}`;
}

/** `1 Jahr`, `4 Jahre`. */
export function yearsText(years: number): string {
  return `${decimal(years)} ${agree(years, "Jahr", "Jahre")}`;
}

/** `1 Antwort`, `30 Antworten`, for a table. */
export function answersText(answers: number): string {
  return `${decimal(answers)} ${agree(answers, "Antwort", "Antworten")}`;
}

/** A title within a sentence. */
export function inQuotes(title: string): string {
  return `„${title}“`;
}

/** A title where German needs no quotation marks to keep it apart. */
export function titled(title: string): string {
  return title;
}
