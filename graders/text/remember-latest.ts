/** An answer is read by one grader after the other, perhaps beside a reference or two. */
const most = 4;

/**
 * Remembers what a pure function made of the latest few objects, for objects that live as long as an
 * answer is graded. For those that live on, such as cases, `rememberObject` is right; filled with an
 * object for every answer its weak map costs more than it saves. Results are shared, so neither they
 * nor the object may be changed.
 */
export function rememberLatest<Read extends object, Result>(
  read: (object: Read) => Result,
): (object: Read) => Result {
  const kept: { readonly object: Read; readonly result: Result }[] = [];
  let next = 0;
  return (object) => {
    for (const one of kept) if (one.object === object) return one.result;
    const result = read(object);
    kept[next] = { object, result };
    next = (next + 1) % most;
    return result;
  };
}
