/**
 * Remembers what a pure function made of an object that is read again and again, such as the case
 * that many answers are graded against. What is remembered goes when the object goes, or the next
 * one is asked for. Results are shared, so neither they nor the object may be changed. For what is
 * made anew for every answer see `rememberLatest`.
 */
export function rememberObject<Graded extends object, Result>(
  read: (graded: Graded) => Result,
): (graded: Graded) => Result {
  const kept = new WeakMap<Graded, { readonly result: Result }>();
  let latest: { readonly graded: Graded; readonly result: Result } | undefined;
  return (graded) => {
    if (latest?.graded === graded) return latest.result;
    const found = kept.get(graded) ?? { result: read(graded) };
    kept.set(graded, found);
    latest = { graded, result: found.result };
    return found.result;
  };
}
