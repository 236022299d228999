import { wordAt, type Word } from "./word.ts";
import { wordBounds } from "./words.ts";

/** The words of a text, and start and end of each by turns. */
export interface TextWords {
  readonly bounds: readonly number[];
  readonly words: readonly Word[];
}

/** The latest text: several graders ask for the words of the answer at hand. */
let latest: { readonly text: string; readonly read: TextWords } | undefined;

/** The words of a composed text as `wordBounds` finds them. */
export function textWords(text: string): TextWords {
  if (latest?.text !== text) latest = { text, read: readWords(text) };
  return latest.read;
}

function readWords(text: string): TextWords {
  const bounds = wordBounds(text);
  const words: Word[] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    words.push(wordAt(text, bounds[at] ?? 0, bounds[at + 1] ?? 0));
  }
  return { bounds, words };
}
