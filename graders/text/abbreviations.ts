import { wordAt, wordProperty } from "./word.ts";
import list from "./abbreviations.json" with { type: "json" };

/**
 * Whether a sentence can end with the dot of an abbreviation: never (`z. B.`), only if the next
 * word is one that begins sentences (`Abs. Die`), also if a noun and its verb follow (`MwSt. Skonto
 * wird`), or whenever the next word has a capital (`usw. Anträge`).
 */
export type AbbreviationEnding = "never" | "before-starter" | "before-clause" | "before-capital";

/** Most dots of an abbreviation: `u. v. a. m.`. */
export const mostAbbreviationParts = 4;

const endings = new Map<string, AbbreviationEnding>(
  list.groups.flatMap(({ ends, abbreviations }) =>
    abbreviations.map((text) => [withoutSpace(text), ends as AbbreviationEnding] as const),
  ),
);

/** With a capital these are words of their own: `am Telefon.`, but `telefon. erreichbar`. */
const fullWords = new Set(list.fullWords);

/**
 * Looks up an abbreviation with its dots, in any spacing, also with a capital at the beginning of
 * a sentence (`Vgl.`). Every street (`Hauptstr.`) counts as one.
 */
export function abbreviationEnding(text: string): AbbreviationEnding | undefined {
  return abbreviationAt(text, 0, text.length);
}

/** The same of what stands between two offsets of a text. */
export function abbreviationAt(
  text: string,
  start: number,
  end: number,
): AbbreviationEnding | undefined {
  const ending = endingOf(wordAt(text, start, end));
  return ending === "none" ? undefined : ending;
}

const endingOf = wordProperty((written): AbbreviationEnding | "none" => {
  const key = withoutSpace(written.text);
  if (fullWords.has(key)) return "none";
  const first = key.slice(0, 1).toLowerCase() + key.slice(1);
  return endings.get(key) ?? endings.get(first) ?? (street.test(key) ? "before-starter" : "none");
});

const street = /\p{L}str\.$/u;

function withoutSpace(text: string): string {
  return text.replace(/\s/gu, "");
}
