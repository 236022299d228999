/** Order of two texts by code unit: the same on every machine, whatever its language. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Order of two versions: `2` before `10`, `1.9.0` before `1.10.0`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(/[.+-]/u), b.split(/[.+-]/u)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = compareParts(left[at] ?? "0", right[at] ?? "0");
    if (order !== 0) return order;
  }
  return 0;
}

function compareParts(a: string, b: string): number {
  const bothNumbers = /^\d+$/u.test(a) && /^\d+$/u.test(b);
  return bothNumbers ? Number(a) - Number(b) : compareTexts(a, b);
}
