import { commonWords, courteousWords, politeWords } from "./stop-words.ts";
import { wordFlag, type Word } from "./word.ts";

/** Words of greeting, thanks and closing. */
export const isPolite = isOneOf(politeWords);

/** Words of wishes and caveats, which go with any answer. */
export const isCourteous = isOneOf(courteousWords);

/** Words that any official text has, so that sharing them says little. */
export const isCommon = isOneOf(commonWords);

/** Is a word, in small or capital letters, one of those in lower case? */
function isOneOf(words: ReadonlySet<string>): (word: Word) => boolean {
  return wordFlag(({ text }) => words.has(text.toLowerCase()));
}
