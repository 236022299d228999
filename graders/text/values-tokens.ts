import { vocabulary } from "./values-vocabulary.ts";

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
 * (`٣٧`, `３７`) become ASCII digits, every kind of dash a hyphen. HTML entities are what they stand
 * for (`37&nbsp;&euro;`); marks of emphasis and footnotes are looked through (`**37** Euro`).
 */
export function valueTokens(text: string): ValueToken[] {
  const plain = plainCharacters(text);
  const tokens: ValueToken[] = [];
  let before = 0;
  for (const match of plain.matchAll(/(\d+)|\p{L}[\p{L}\p{M}]*|(&#?\w{2,6};)|[^\s\p{M}\p{C}]/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const written = vocabulary.signEntities.get(match[2]?.toLowerCase() ?? "") ?? match[0];
    const kind = match[1] === undefined ? wordOrSign(written) : "digits";
    tokens.push({
      kind,
      text: written,
      lower: written.toLowerCase().replaceAll("i\u0307", "i"),
      start,
      end,
      gap: gapBetween(plain, before, start),
    });
    before = end;
  }
  return tokens;
}

function wordOrSign(written: string): "word" | "sign" {
  return /^\p{L}/u.test(written) ? "word" : "sign";
}

function gapBetween(plain: string, from: number, to: number): ValueToken["gap"] {
  const between = plain.slice(from, to).replaceAll(filler, "");
  if (between === "") return "none";
  if (between.length === 1) return between === " " ? "blank" : "wide";
  return /\n[^\S\n]*\n/u.test(between) ? "break" : "wide";
}

/** Stands where nothing is read, so that offsets stay right: the word joiner is no token. */
const filler = "\u2060";

/** Emphasis of Markdown, but no multiplication, and raised numbers of footnotes behind a digit. */
const marks =
  /(?<!\d)[*`]{1,3}|[*`]{1,3}(?!\d)|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)|(?<=\d)[¹²³⁰⁴-⁹]{1,2}/gu;

/** Every replacement is as long as what it replaces, so that offsets stay right. */
function plainCharacters(text: string): string {
  return text
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, " ")
    .replace(/&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#8239|#x202f);/giu, (entity) => {
      return ` ${filler.repeat(entity.length - 1)}`;
    })
    .replace(marks, (mark) => filler.repeat(mark.length))
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, "-")
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu, (digit) => {
      return String.fromCharCode(0x30 + ((digit.charCodeAt(0) & 0x0f) % 10));
    })
    .replace(/(?<=\p{Script=Cyrillic})['’](?=\p{Script=Cyrillic})/gu, "ʼ")
    .replace(/\u066b/gu, ",")
    .replace(/\u066c/gu, ".");
}
