/** Writes a line of the result to stdout. */
export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a line about progress or trouble to stderr. */
export function printError(text: string): void {
  process.stderr.write(`${text}\n`);
}
