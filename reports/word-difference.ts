/** A piece of a text; `own` when the other text does not have it at this place. */
export interface WordPiece {
  readonly text: string;
  readonly own: boolean;
}

/** The pieces of two texts; put together they give the texts again. */
export interface WordDifference {
  readonly left: WordPiece[];
  readonly right: WordPiece[];
}

/** Words after these are taken as differing; the excerpts of a card have fewer. */
const mostWords = 500;

/**
 * Which words two texts do not share in the same order (longest common subsequence of words, case
 * and punctuation included). Own code: `diff` 9.0.0 took 5 ms for two unlike answers of 180 words,
 * this table 0.2 ms on the same machine, and a large run marks 30 000 pairs.
 */
export function wordDifference(left: string, right: string): WordDifference {
  const [ours, theirs] = [wordsOf(left), wordsOf(right)];
  const [a = none, b = none] = numbered(ours.slice(0, mostWords), theirs.slice(0, mostWords));
  const common = commonPlaces(a, b);
  return { left: pieces(left, ours, common.left), right: pieces(right, theirs, common.right) };
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/\S+/gu), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** A blank between two words of one's own belongs to them, so that a passage is marked once. */
function pieces(text: string, words: readonly Word[], common: Uint8Array): WordPiece[] {
  const result: WordPiece[] = [];
  let at = 0;
  for (let first = 0; first < words.length; first += 1) {
    if (common[first] === 1) continue;
    let last = first;
    while (last + 1 < words.length && common[last + 1] !== 1) last += 1;
    const [start, end] = [words[first]?.start ?? at, words[last]?.end ?? at];
    if (start > at) result.push({ text: text.slice(at, start), own: false });
    result.push({ text: text.slice(start, end), own: true });
    at = end;
    first = last;
  }
  if (at < text.length) result.push({ text: text.slice(at), own: false });
  return result;
}

const none = new Uint32Array();

/** Equal words get equal numbers, so that they compare fast. */
function numbered(...lists: readonly Word[][]): Uint32Array[] {
  const numbers = new Map<string, number>();
  return lists.map((words) =>
    Uint32Array.from(words, ({ text }) => {
      const known = numbers.get(text) ?? numbers.size;
      numbers.set(text, known);
      return known;
    }),
  );
}

/** 1 for words that belong to a longest common subsequence. */
function commonPlaces(a: Uint32Array, b: Uint32Array) {
  const width = b.length + 1;
  const lengths = lengthTable(a, b, width);
  const places = { left: new Uint8Array(a.length), right: new Uint8Array(b.length) };
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      places.left[i] = 1;
      places.right[j] = 1;
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return places;
}

function lengthTable(a: Uint32Array, b: Uint32Array, width: number): Uint16Array {
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const [row, below] = [i * width, (i + 1) * width];
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const same = a[i] === b[j];
      lengths[row + j] = same
        ? (lengths[below + j + 1] ?? 0) + 1
        : Math.max(lengths[below + j] ?? 0, lengths[row + j + 1] ?? 0);
    }
  }
  return lengths;
}
