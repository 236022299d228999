import { rememberLatest } from "./remember-latest.ts";
import { wordAt, type Word } from "./word.ts";
import { wordBounds } from "./words.ts";

/** The words of a text, and start and end of each by turns. */
export interface TextWords {
  readonly bounds: readonly number[];
  readonly words: readonly Word[];
}

/** The words of a composed text as `wordBounds` finds them; several graders ask for those of the answer. */
export const textWords = rememberLatest(readWords);

function readWords(text: string): TextWords {
  const bounds = wordBounds(text);
  const words: Word[] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    words.push(wordAt(text, bounds[at] ?? 0, bounds[at + 1] ?? 0));
  }
  return { bounds, words };
}
