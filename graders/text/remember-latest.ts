/** An answer is read by one grader after the other, perhaps beside a reference or two. */
const most = 4;
/** Longer texts are rare and would hold much memory. */
const longest = 20_000;

/**
 * Remembers what a pure function made of the latest few texts or objects, for what lives as long as
 * an answer is graded: the graders of a suite read the same answer one after the other. What is
 * remembered is soon forgotten, for whatever outlives its answer has to be moved by the garbage collector.
 * For objects that live on, such as cases, `rememberObject` is right, for the short texts that authors wrote
 * `remember`. Results are shared, so neither they nor the object may be changed.
 */
export function rememberLatest<Read extends object | string, Result>(
  read: (object: Read) => Result,
): (object: Read) => Result {
  const kept: { readonly object: Read; readonly result: Result }[] = [];
  let next = 0;
  return (object) => {
    for (const one of kept) if (one.object === object) return one.result;
    const result = read(object);
    if (typeof object === "string" && object.length > longest) return result;
    kept[next] = { object, result };
    next = (next + 1) % most;
    return result;
  };
}
