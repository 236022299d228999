import { endOfRun, letter, mark, nextOfKind } from "./character-kinds.ts";
import { wordAt, type Word } from "./word.ts";

/** Characters that are looked at for every word that is asked for. */
const charactersPerWord = 30;

/** The first words of a sentence as `\p{L}[\p{L}\p{M}]*` finds them; only its beginning is looked at. */
export function firstWords(sentence: string, most: number): Word[] {
  const longest = most * charactersPerWord;
  const text = sentence.length > longest ? sentence.slice(0, longest) : sentence;
  const found: Word[] = [];
  let start = nextOfKind(text, 0, letter);
  while (start < text.length && found.length < most) {
    const end = endOfRun(text, start, letter | mark);
    found.push(wordAt(text, start, end));
    start = nextOfKind(text, end, letter);
  }
  return found;
}
