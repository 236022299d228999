const groups = /[\p{L}\p{N}\p{M}]+/gu;
const gap = /^(?:[ \-.\n/·_]| {2}| {0,2}[-/·_] {0,2}| {0,2}-?\n {0,4})$/u;

/** Start and end by turns of all that could be one number, by the definition and however short. */
export function everyStretch(text: string): number[] {
  const found: { start: number; end: number; isOpen: boolean }[] = [];
  for (const { 0: group, index } of text.matchAll(groups)) {
    const end = index + group.length;
    const isKept = /\d/u.test(group) || group.length <= 4;
    const last = found.at(-1);
    if (isKept && last?.isOpen === true && gap.test(text.slice(last.end, index))) last.end = end;
    else found.push({ start: index, end, isOpen: isKept });
  }
  const open = found.filter(
    ({ start, end, isOpen }) => isOpen && /\d/u.test(text.slice(start, end)),
  );
  return open.flatMap(({ start, end }) => [start, end]);
}
