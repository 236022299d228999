/** Runs of the digits 0 to 9 in a text: start and end by turns, in rising order. */
export type DigitRuns = readonly number[];

/** Finds the runs of digits of a text, which nearly every identifier has. */
export function digitRuns(text: string): DigitRuns {
  const runs: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const start = at;
    while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
    runs.push(start, at);
  }
  return runs;
}

/** Is one of the digits 0 to 9 at this offset? */
export function isDigitAt(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
