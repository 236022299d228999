/**
 * Remembers what a pure function made of an object that is read again and again, such as the case
 * that many answers are graded against. What is remembered goes when the object goes. Results are
 * shared, so neither they nor the object may be changed.
 */
export function rememberObject<Graded extends object, Result>(
  read: (graded: Graded) => Result,
): (graded: Graded) => Result {
  const kept = new WeakMap<Graded, { readonly result: Result }>();
  return (graded) => {
    const found = kept.get(graded);
    if (found !== undefined) return found.result;
    const result = read(graded);
    kept.set(graded, { result });
    return result;
  };
}
