import { readContent, type ContentItem } from "../content-items.ts";
import { wordingOf } from "../closed-answer.ts";
import { isDenial } from "./denial.ts";

/** One of the offered options. */
export interface Choice {
  /** Its letter in upper case: authored, else by its position. */
  readonly letter: string;
  /** Its text without the letter; empty when only letters are offered. */
  readonly text: string;
  /** What of the text has to be found in an answer. */
  readonly items: readonly ContentItem[];
  /** All words of its text in lower case. */
  readonly words: ReadonlySet<string>;
  /** Its text denies something. */
  readonly isNegative: boolean;
}

const labelled = /^\(?([A-Za-z])[).:]\s*([\s\S]*)$/u;

/** Reads options as authored: `B) 37 Euro`, `37 Euro` (its letter is its position) or just `B`. */
export function readChoices(authored: readonly string[]): Choice[] {
  return authored.map((entry, index) => {
    const plain = entry.normalize("NFC").trim();
    const [, letter, text] = labelled.exec(plain) ?? [];
    if (letter !== undefined) return choiceOf(letter, text ?? "");
    const isLetter = /^[A-Z]$/u.test(plain);
    return choiceOf(isLetter ? plain : String.fromCharCode(65 + index), isLetter ? "" : plain);
  });
}

function choiceOf(letter: string, text: string): Choice {
  const { items } = readContent(text);
  const carrying = items.filter((item) => !item.isFunction);
  const kept = carrying.length > 0 ? carrying : items;
  return {
    letter: letter.toUpperCase(),
    text: text.trim(),
    items: kept,
    words: new Set(items.map(({ lower }) => lower)),
    isNegative: isDenial(text),
  };
}

/** The options that stand for themselves when a case only names the right one. */
export function impliedChoices(right: string): string[] | undefined {
  const letter = /^[A-Z]$/u.exec(right.trim())?.[0];
  if (letter !== undefined) {
    const highest = Math.max(letter.charCodeAt(0), "D".charCodeAt(0));
    return Array.from({ length: highest - 64 }, (_unused, index) =>
      String.fromCharCode(65 + index),
    );
  }
  return ["ja", "nein"].includes(right.trim().toLowerCase()) ? ["Ja", "Nein"] : undefined;
}

/** Number of the option that an authored name means: its letter, its text, or both; −1 for none. */
export function indexOfChoice(choices: readonly Choice[], authored: string): number {
  const plain = authored.normalize("NFC").trim();
  const text = wording(labelled.exec(plain)?.[2] ?? plain);
  const byText = choices.findIndex((choice) => choice.text !== "" && wording(choice.text) === text);
  if (byText >= 0) return byText;
  const letter = /^\(?([A-Za-z])[).:]?$/u.exec(plain)?.[1]?.toUpperCase();
  return choices.findIndex((choice) => choice.letter === letter);
}

function wording(text: string): string {
  return wordingOf(text, { caseSensitive: false }).replace(/\.$/u, "");
}
