import { endOfRun, isOfKind, letter, mark, number, oneOf } from "./character-kinds.ts";
import { lengthOf } from "./length-of.ts";
import { wordAt, wordOf, type Word } from "./word.ts";

/** A word, an address, an HTML entity or a sign that ends a clause. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Of a word or an address; undefined for what is none. */
  readonly word: Word | undefined;
  readonly endsClause: boolean;
  /** An e-mail address. */
  readonly isMail: boolean;
}

/**
 * Words (with inner hyphens, Mediopunkt, apostrophes), e-mail and web addresses as one word, HTML
 * entities, which are no words, and the signs that end a clause. Every part is bounded, so that hostile texts cost no more.
 */
const pieces =
  /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}|(?:https?:\/\/|www\.)[^\s()<>"„“]{1,200}|\p{L}[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]*(?:[-·•'’]\p{L}[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]*){0,8}|&(?:nbsp|ensp|emsp|thinsp|shy|euro|sect|ndash|mdash|minus|amp|quot|#\w{2,6});|[,;:()|–—]/gu;

/** Without one of these, a text has but words and signs. */
const address = /[@&]|:\/\/|www\./u;
const webAddress = /^(?:https?:|www\.)/u;

/** Can there be an address or an entity in a text? */
export function hasAddress(text: string): boolean {
  return address.test(text);
}

/** Pieces of a sentence in reading order. */
export function contentPieces(sentence: string): Piece[] {
  return Array.from(sentence.matchAll(pieces), (match) => readPiece(match[0], match.index));
}

function readPiece(found: string, start: number): Piece {
  const text = withoutSigns(found);
  const end = start + text.length;
  if (text.length === 1 && isClauseSign(text, 0)) return clauseEnd(start);
  const word = text.startsWith("&") ? undefined : wordOf(text);
  return { start, end, word, endsClause: false, isMail: text.includes("@") };
}

/** What closes a sentence is no part of a web address before it. */
function withoutSigns(piece: string): string {
  return webAddress.test(piece) ? piece.replace(/[.,;:!?/]{1,8}$/u, "") : piece;
}

function clauseEnd(start: number): Piece {
  return { start, end: start + 1, word: undefined, endsClause: true, isMail: false };
}

const isClauseSign = oneOf(",;:()|–—");
const isJoiner = oneOf("-·•'’");
const isInvisible = oneOf("\u00ad\u200b\u200c\u200d\u2060");

/** A piece that is filled again and again, so that reading a text leaves nothing behind. */
type PieceDraft = { -readonly [Key in keyof Piece]: Piece[Key] };

/** Stands in front of a text, to read its first piece. */
export function beforePieces(): PieceDraft {
  return { start: 0, end: 0, word: undefined, endsClause: false, isMail: false };
}

/**
 * Goes on to the next of what `contentPieces` finds in a text without addresses and entities. False
 * when there is none.
 */
export function nextPiece(text: string, piece: PieceDraft): boolean {
  const length = lengthOf(text);
  for (let at = piece.end; at < length; at += 1) {
    const end = endOfWord(text, at);
    const isWord = end > at;
    if (!isWord && !isClauseSign(text, at)) continue;
    piece.start = at;
    piece.end = isWord ? end : at + 1;
    piece.word = isWord ? wordAt(text, at, end) : undefined;
    piece.endsClause = !isWord;
    return true;
  }
  return false;
}

/** The offset itself when no word begins there. */
function endOfWord(text: string, start: number): number {
  if (!isOfKind(text, start, letter)) return start;
  let end = endOfPart(text, start);
  for (let joined = 0; joined < 8; joined += 1) {
    if (!isJoiner(text, end) || !isOfKind(text, end + 1, letter)) break;
    end = endOfPart(text, end + 1);
  }
  return end;
}

function endOfPart(text: string, start: number): number {
  let end = endOfRun(text, start, letter | mark | number);
  while (isInvisible(text, end)) {
    end = endOfRun(text, end + 1, letter | mark | number);
  }
  return end;
}
