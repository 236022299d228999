/** Words kept per function; the words of a few languages are not many more. */
const mostWords = 20_000;
/** Longer runs of letters are hardly met twice. */
const longestWord = 60;

/**
 * Remembers what a pure function gave for a word: all texts are made of the same few thousand. Full,
 * it begins anew; that costs time, never a different answer. Results are shared, so callers must not
 * change them. For whole texts see `remember`.
 */
export function rememberWord<Result>(read: (word: string) => Result): (word: string) => Result {
  const kept = new Map<string, Result>();
  return (word) => {
    const found = kept.get(word);
    if (found !== undefined) return found;
    const result = read(word);
    if (word.length > longestWord) return result;
    if (kept.size >= mostWords) kept.clear();
    kept.set(word, result);
    return result;
  };
}
