import { codeAt } from "../text/code-at.ts";
import { rememberLatest } from "../text/remember-latest.ts";
import type { Span } from "./finding.ts";

/** A text in plain characters that remembers where they came from. */
export interface FoldedText {
  readonly text: string;
  /** The span of the original for a span of `text`. */
  readonly originalSpan: (span: Span) => Span;
}

/**
 * Folds what looks alike or shows nothing: every blank becomes a space, every line end `\n`, every
 * dash `-`, every decimal digit and full-width character its ASCII form; invisible characters
 * (zero-width, soft hyphen, direction marks) go. Case and letters stay.
 */
export const foldedText = rememberLatest(fold);

function fold(original: string): FoldedText {
  if (isFolded(original)) return { text: original, originalSpan: sameSpan };
  const replaced = original.replaceAll(sameLength, (character) => foldOnce(character));
  if (isFolded(replaced)) return { text: replaced, originalSpan: sameSpan };
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of original) {
    const folded = foldOnce(character);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(offset);
      ends.push(offset + character.length);
    }
    pieces.push(folded);
    offset += character.length;
  }
  const originalSpan = ({ start, end }: Span): Span => ({
    start: starts[start] ?? original.length,
    end: end > start ? (ends[end - 1] ?? original.length) : (starts[start] ?? original.length),
  });
  return { text: pieces.join(""), originalSpan };
}

function sameSpan({ start, end }: Span): Span {
  return { start, end };
}

/** Does every character fold to itself? */
function isFolded(text: string): boolean {
  // A pattern is read faster than a table is asked, and most texts have no other characters.
  if (!rareCharacter.test(text)) return true;
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const code = codeAt(text, at);
    const known = kinds[code] ?? unknown;
    const kind = known === unknown ? kindOf(code) : known;
    if (kind === changes) return false;
  }
  return true;
}

/** All but ASCII, most of Latin-1 and Latin Extended-A, quotation marks, dots and the Euro sign. */
const rareCharacter = /[^\n -~¡-¬®-\u017f‘-‟…€]/u;

const unknown = 0;
const stays = 1;
const changes = 2;
/** Of the characters below U+10000 that were met: does it fold to itself? */
const kinds = new Uint8Array(0x10000);

/** Halves of larger characters are not told by themselves. */
function kindOf(code: number): number {
  const character = String.fromCharCode(code);
  const isHalf = code >= 0xd800 && code < 0xe000;
  const kind = !isHalf && foldCharacter(character) === character ? stays : changes;
  kinds[code] = kind;
  return kind;
}

/** Frequent characters that fold to one character. */
const sameLength = /[\t\r\u00a0\u2002-\u200a\u202f\u2010-\u2015\u2212]/gu;
const isPlain = /^[\n\u0020-\u007e\u00a7ÄÖÜäöüßéè„“”’…€]*$/u;

/** Texts repeat few characters. */
const foldedCharacters = new Map<string, string>();
const mostRemembered = 4000;

function foldOnce(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const folded = foldCharacter(character);
  if (foldedCharacters.size < mostRemembered) foldedCharacters.set(character, folded);
  return folded;
}

function foldCharacter(character: string): string {
  if (isPlain.test(character)) return character;
  if (/[\r\t]/u.test(character)) return " ";
  if (/[\v\f\u0085\p{Zl}\p{Zp}]/u.test(character)) return "\n";
  if (/\p{Cf}|\u034f/u.test(character)) return "";
  if (/\p{Zs}/u.test(character)) return " ";
  if (/[\p{Pd}\u2212]/u.test(character)) return "-";
  if (/\p{Nd}/u.test(character)) return String(digitValue(character));
  return /[\uff01-\uff5e]/u.test(character) ? character.normalize("NFKC") : character;
}

/** Decimal digits stand in runs of ten that begin with zero (Unicode, section 4.6). */
function digitValue(character: string): number {
  const compatible = character.normalize("NFKC");
  if (/^\d$/u.test(compatible)) return Number(compatible);
  const codePoint = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(codePoint - value - 1))) value += 1;
  return value;
}
