import { codeAt } from "./code-at.ts";
import { characterCounter, countLetters } from "./count-characters.ts";
import type { TextPart } from "./eld-words.ts";
import { maskIdentifiers } from "./mask-identifiers.ts";

/**
 * A piece of a text that is judged by itself, without what has no language: web addresses, code, numbers,
 * identifiers and quotations are blanked out in `text`, which is the whole text or pieces joined.
 */
export interface LanguagePiece extends TextPart {
  readonly start: number;
  readonly end: number;
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
export function languagePieces(text: string): readonly LanguagePiece[] {
  const masked = maskText(text);
  const pieces: LanguagePiece[] = [];
  for (let start = 0; start < masked.length;) {
    const lineBreak = masked.indexOf("\n", start);
    const end = lineBreak < 0 ? masked.length : lineBreak;
    while (start < end) {
      const cut = endOfPiece(masked, start, end);
      addPiece(pieces, pieceOf(masked, start, cut));
      start = cut;
    }
    start = end + 1;
  }
  return pieces.every(hasLetters) ? pieces : pieces.filter(hasLetters);
}

function pieceOf(text: string, start: number, end: number): LanguagePiece {
  return { start, end, text, from: start, to: end, letters: countLetters(text, start, end) };
}

function hasLetters({ letters }: LanguagePiece): boolean {
  return letters > 0;
}

function addPiece(pieces: LanguagePiece[], piece: LanguagePiece): void {
  const last = pieces.at(-1);
  const joins =
    last !== undefined && (piece.letters < shortestPiece || last.letters < shortestPiece);
  if (joins && last.letters + piece.letters <= longestOther) {
    pieces[pieces.length - 1] = joined(last, piece);
  } else pieces.push(piece);
}

function joined(one: LanguagePiece, other: LanguagePiece): LanguagePiece {
  const text = `${partOf(one)} ${partOf(other)}`;
  const letters = one.letters + other.letters;
  return { start: one.start, end: other.end, text, from: 0, to: text.length, letters };
}

function partOf({ text, from, to }: TextPart): string {
  return text.slice(from, to);
}

/** Everything without a language becomes blanks of the same length. */
function maskText(text: string): string {
  const bare = mask(maskIdentifiers(mask(text, beforeIdentifiers)), behindIdentifiers);
  if (!/[„»“]/u.test(bare)) return bare;
  const withoutQuotes = bare.replace(quotations, blanks);
  if (withoutQuotes === bare) return bare;
  return countLetters(withoutQuotes) * 2 >= countLetters(bare) ? withoutQuotes : bare;
}

/** What is blanked out, and signs of which one stands in it. */
type Mask = { readonly signs: readonly string[]; readonly pattern: RegExp };

function mask(text: string, masks: readonly Mask[]): string {
  let rest = text;
  for (const { signs, pattern } of masks) {
    if (hasOneOf(rest, signs)) rest = rest.replace(pattern, blanks);
  }
  return rest;
}

function hasOneOf(text: string, signs: readonly string[]): boolean {
  for (const sign of signs) if (text.includes(sign)) return true;
  return false;
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
/** What is masked in this order. */
const beforeIdentifiers: readonly Mask[] = [
  { signs: ["`"], pattern: codeFences },
  { signs: ["`"], pattern: inlineCode },
  { signs: ["://", "w.", "W."], pattern: addresses },
  { signs: ["@"], pattern: mails },
];
const behindIdentifiers: readonly Mask[] = [{ signs: ["["], pattern: placeholders }];
const quotations = /[„»][^„“”«»\n]{1,300}[“”«]|“[^“”\n]{1,300}”/gu;

/** Where the piece of a paragraph that begins here ends: at a blank, if the paragraph is too long. */
function endOfPiece(text: string, start: number, end: number): number {
  // A paragraph that is short for every script need not be looked at.
  if (end - start <= longestOther) return end;
  const isLatin = countForeign(text, start, Math.min(start + 40, text.length)) === 0;
  const longest = isLatin ? longestLatin : longestOther;
  const to = Math.min(end, start + longest);
  return to < end ? blankBefore(text, to, start + longest / 2) : to;
}

/** The last blank up to an offset and behind another; the offset itself for none. */
function blankBefore(text: string, to: number, least: number): number {
  for (let at = to; at > least; at -= 1) if (codeAt(text, at) === 0x20) return at;
  return to;
}

const countForeign = characterCounter(/[^\p{Script=Latin}\P{L}]/u);
