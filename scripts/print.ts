const obeyed = /(?![\n\t])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text that a terminal only shows: without control characters (colours, titles, moves of the cursor,
 * links) and without signs that turn the direction of writing. In JSON they are escaped, so that a
 * program reads the same text; elsewhere each is shown as `\uFFFD`.
 */
export function forTerminal(text: string): string {
  const isJson = /^[[{]/u.test(text);
  return text.replaceAll(obeyed, (sign) => (isJson ? escaped(sign) : "\uFFFD"));
}

function escaped(sign: string): string {
  return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}

/** Writes a line of the result to stdout. */
export function printLine(text: string): void {
  process.stdout.write(`${forTerminal(text)}\n`);
}

/** Writes a line about progress or trouble to stderr. */
export function printError(text: string): void {
  process.stderr.write(`${forTerminal(text)}\n`);
}
