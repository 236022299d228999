/** Words in a row that make a passage recognisable. */
const passageLength = 4;
/** Shorter sources have too few passages to tell a copy by. */
const shortestSource = 20;

/** The runs of four words of a source; none for a source of fewer than twenty words. */
export function readPassages(source: string): ReadonlySet<string> {
  const words = wordsOf(source);
  return new Set(words.length < shortestSource ? [] : passagesOf(words));
}

/**
 * Share (0..1) of the source's wording that the answer carries: of all runs of four words of the
 * source, those that stand in the answer. 0 for a source of fewer than twenty words.
 */
export function copiedShare(passages: ReadonlySet<string>, answer: string): number {
  if (passages.size === 0) return 0;
  const found = new Set(passagesOf(wordsOf(answer)).filter((passage) => passages.has(passage)));
  return found.size / passages.size;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{1,60}/gu) ?? [];
}

function passagesOf(words: readonly string[]): string[] {
  const passages: string[] = [];
  for (let at = 0; at + passageLength <= words.length; at += 1) {
    passages.push(`${words[at]} ${words[at + 1]} ${words[at + 2]} ${words[at + 3]}`);
  }
  return passages;
}
