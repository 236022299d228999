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
