const opening = /^\s*<(think|thinking|reasoning)>/u;

/**
 * The text with what a model thought aloud in front of its answer (`<think>…</think>`) as blanks, so
 * that offsets stay right. A block that nothing closes reaches to the end: no answer has begun.
 *
 * @example
 * withoutThinking("<think>19 < 24</think>27,60 Euro").trimStart(); // "27,60 Euro"
 */
export function withoutThinking(text: string): string {
  if (beginsWithLetter(text)) return text;
  const tag = opening.exec(text)?.[1];
  if (tag === undefined) return text;
  const closing = `</${tag}>`;
  const at = text.indexOf(closing);
  const end = at < 0 ? text.length : at + closing.length;
  return " ".repeat(end) + text.slice(end);
}

/** A letter of ASCII, as nearly every answer; every grader asks. */
function beginsWithLetter(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 0x3c && first < 0x7f;
}
