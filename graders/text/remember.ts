/** Results kept per function, if it says nothing else. */
const usualMost = 64;
/** Longer texts are rare and would hold much memory. */
const longest = 20_000;

/**
 * Remembers what a pure function of a text gave for the latest texts. The graders of a suite read
 * the same answer, source and reference one after the other; with this each is analysed once.
 * Results are shared, so callers must not change them. `most` is how many are kept at least, and up to
 * twice as many at most.
 */
export function remember<Result>(
  read: (text: string) => Result,
  most = usualMost,
): (text: string) => Result {
  let kept = new Map<string, Result>();
  let before = new Map<string, Result>();
  let latest: { readonly text: string; readonly result: Result } | undefined;
  const find = (text: string): Result => {
    const found = kept.get(text);
    if (found !== undefined) return found;
    const result = before.get(text) ?? read(text);
    // All that was not asked for since the last time goes at once, for that costs least.
    if (kept.size >= most) {
      before = kept;
      kept = new Map();
    }
    kept.set(text, result);
    return result;
  };
  return (text) => {
    if (text.length > longest) return read(text);
    if (latest?.text !== text) latest = { text, result: find(text) };
    return latest.result;
  };
}
