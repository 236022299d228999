/** A piece of text as the value readers see it: a run of digits, a word, or one other character. */
export interface ValueToken {
  readonly kind: "digits" | "word" | "sign";
  /** As written, with digits, blanks and dashes of other scripts made plain. */
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it. `blank` is exactly one blank; `break` is a blank line. */
  readonly gap: "none" | "blank" | "wide" | "break";
}

/**
 * Cuts a text into tokens; one pass, offsets as in the text handed in. Digits of other scripts
 * (`٣٧`, `３７`) become ASCII digits, every kind of dash a hyphen.
 */
export function valueTokens(text: string): ValueToken[] {
  const plain = plainCharacters(text);
  const tokens: ValueToken[] = [];
  let before = 0;
  for (const match of plain.matchAll(/(\d+)|\p{L}[\p{L}\p{M}]*|[^\s\p{M}\p{C}]/gu)) {
    const written = match[0];
    const kind = match[1] === undefined ? wordOrSign(written) : "digits";
    const start = match.index;
    tokens.push({
      kind,
      text: written,
      lower: written.toLowerCase(),
      start,
      end: start + written.length,
      gap: gapBetween(plain, before, start),
    });
    before = start + written.length;
  }
  return tokens;
}

function wordOrSign(written: string): "word" | "sign" {
  return /^\p{L}/u.test(written) ? "word" : "sign";
}

function gapBetween(plain: string, from: number, to: number): ValueToken["gap"] {
  if (from === to) return "none";
  if (to - from === 1) return plain[from] === " " ? "blank" : "wide";
  return /\n[^\S\n]*\n/u.test(plain.slice(from, to)) ? "break" : "wide";
}

/** Every replacement is as long as what it replaces, so that offsets stay right. */
function plainCharacters(text: string): string {
  return text
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, " ")
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, "-")
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu, (digit) => {
      return String.fromCharCode(0x30 + ((digit.charCodeAt(0) & 0x0f) % 10));
    })
    .replace(/\u066b/gu, ",")
    .replace(/\u066c/gu, ".");
}
