import { countLetters } from "./count-characters.ts";
import { maskIdentifiers } from "./mask-identifiers.ts";

/** A piece of a text that is judged by itself, without what has no language. */
export interface LanguagePiece {
  readonly start: number;
  readonly end: number;
  /** The piece with web addresses, code, numbers, identifiers and quotations blanked out. */
  readonly masked: string;
  readonly letters: number;
}

/** Fewer letters are not judged by themselves. */
const shortestPiece = 20;
/** eld reads the first 350 bytes; two bytes a letter in Cyrillic and Arabic script. */
const longestLatin = 300;
const longestOther = 150;

/**
 * Cuts a text into pieces for language detection: paragraphs, longer ones at white space. Lines
 * without enough letters are joined to what stands around them. One pass each.
 */
export function languagePieces(text: string): LanguagePiece[] {
  const masked = maskText(text);
  const pieces: LanguagePiece[] = [];
  for (const paragraph of paragraphsOf(masked)) {
    for (const range of cutAtBlanks(masked, paragraph)) {
      const piece = { ...range, masked: masked.slice(range.start, range.end) };
      const letters = countLetters(piece.masked);
      const last = pieces.at(-1);
      const joins = last !== undefined && (letters < shortestPiece || last.letters < shortestPiece);
      if (joins && last.letters + letters <= longestOther) {
        pieces[pieces.length - 1] = joined(last, { ...piece, letters });
      } else pieces.push({ ...piece, letters });
    }
  }
  return pieces.filter(({ letters }) => letters > 0);
}

function joined(one: LanguagePiece, other: LanguagePiece): LanguagePiece {
  return {
    start: one.start,
    end: other.end,
    masked: `${one.masked} ${other.masked}`,
    letters: one.letters + other.letters,
  };
}

/** Everything without a language becomes blanks of the same length. */
function maskText(text: string): string {
  const bare = mask(maskIdentifiers(mask(text, beforeIdentifiers)), behindIdentifiers);
  const withoutQuotes = bare.replace(quotations, blanks);
  if (withoutQuotes === bare) return bare;
  return countLetters(withoutQuotes) * 2 >= countLetters(bare) ? withoutQuotes : bare;
}

type Mask = { readonly sign: RegExp; readonly pattern: RegExp };

function mask(text: string, masks: readonly Mask[]): string {
  let rest = text;
  for (const { sign, pattern } of masks) {
    if (sign.test(rest)) rest = rest.replace(pattern, blanks);
  }
  return rest;
}

function blanks(found: string): string {
  return " ".repeat(found.length);
}

// Every repetition is bounded, so that no text makes them slow.
const codeFences = /```[^`]{0,4000}```/gu;
const inlineCode = /`[^`\n]{1,200}`/gu;
const addresses = /(?:https?:\/\/|www\.)[^\s]{1,500}/giu;
const mails = /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}.-]{1,100}/gu;
const placeholders = /\[[A-Z][A-Z_0-9]{1,40}\]/gu;
/** What is masked in this order, and a sign without which there is none of it. */
const beforeIdentifiers: readonly Mask[] = [
  { sign: /`/u, pattern: codeFences },
  { sign: /`/u, pattern: inlineCode },
  { sign: /:\/\/|[wW]\./u, pattern: addresses },
  { sign: /@/u, pattern: mails },
];
const behindIdentifiers: readonly Mask[] = [{ sign: /\[/u, pattern: placeholders }];
const quotations = /[„»][^„“”«»\n]{1,300}[“”«]|“[^“”\n]{1,300}”/gu;

interface Range {
  readonly start: number;
  readonly end: number;
}

function* paragraphsOf(text: string): Generator<Range> {
  let start = 0;
  for (const gap of text.matchAll(/\n/gu)) {
    if (gap.index > start) yield { start, end: gap.index };
    start = gap.index + 1;
  }
  if (start < text.length) yield { start, end: text.length };
}

function* cutAtBlanks(text: string, { start, end }: Range): Generator<Range> {
  let from = start;
  while (from < end) {
    const longest = isLatin(text.slice(from, from + 40)) ? longestLatin : longestOther;
    const to = Math.min(end, from + longest);
    const cut = to < end ? blankBefore(text, to, from + longest / 2) : to;
    yield { start: from, end: cut };
    from = cut;
  }
}

/** The last blank up to an offset and behind another; the offset itself for none. */
function blankBefore(text: string, to: number, least: number): number {
  for (let at = to; at > least; at -= 1) if (text[at] === " ") return at;
  return to;
}

function isLatin(sample: string): boolean {
  return !/[^\p{Script=Latin}\P{L}]/u.test(sample);
}
