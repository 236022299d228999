import { rememberLatest } from "./remember-latest.ts";
import { wordAt, type Word } from "./word.ts";
import { composedText } from "../../core/composed-text.ts";
import { countWords, wordBounds } from "./words.ts";

/** The words of a text, and start and end of each by turns. */
export interface TextWords {
  readonly bounds: readonly number[];
  readonly words: readonly Word[];
}

/** The words of a composed text as `wordBounds` finds them; several graders ask for those of the answer. */
export const textWords = rememberLatest(readWords);

/** As `wordBounds`; several graders ask for those of the answer. */
const textBounds = rememberLatest(wordBounds);

function readWords(text: string): TextWords {
  const bounds = textBounds(text);
  const words: Word[] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    words.push(wordAt(text, bounds[at] ?? 0, bounds[at + 1] ?? 0));
  }
  return { bounds, words };
}

/**
 * Counts the words of passages of a text, which come in rising order, as `countWords` counts those of their copies.
 */
export class PassageWords {
  readonly #text: string;
  /** Undefined for a text that is not composed. */
  readonly #bounds: readonly number[] | undefined;
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#bounds = composedText(text).text === text ? textBounds(text) : undefined;
  }

  /** How many words the next passage has. */
  count(start: number, end: number): number {
    const bounds = this.#bounds;
    if (bounds === undefined) return countWords(this.#text.slice(start, end));
    const { length } = bounds;
    let next = this.#next;
    while (next < length && (bounds[next + 1] ?? 0) <= start) next += 2;
    const first = next;
    while (next < length && (bounds[next + 1] ?? 0) <= end) next += 2;
    this.#next = next;
    const cutsFirst = first < length && (bounds[first] ?? 0) < start;
    const cutsLast = next < length && (bounds[next] ?? 0) < end;
    return cutsFirst || cutsLast ? countWords(this.#text.slice(start, end)) : (next - first) / 2;
  }
}
