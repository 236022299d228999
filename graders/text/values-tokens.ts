import { endOfRun, isOfKind, letter, mark, nextOfKind, number, sign } from "./character-kinds.ts";
import { plainCharacters } from "./plain-characters.ts";
import { gapBetween } from "./values-gaps.ts";
import { rolesOf } from "./values-roles.ts";
import type { ValueToken } from "./values-token.ts";
import { vocabulary } from "./values-vocabulary.ts";
import { wordAt, wordOf, wordProperty, type Word } from "./word.ts";

/**
 * Cuts a text into tokens; one pass, offsets as in the text handed in. Digits of other scripts
 * (`٣٧`, `３７`) become ASCII digits, every kind of dash a hyphen. HTML entities are what they stand
 * for (`37&nbsp;&euro;`); marks of emphasis and footnotes are looked through (`**37** Euro`).
 */
export function valueTokens(text: string): ValueToken[] {
  const plain = plainCharacters(text);
  const tokens: ValueToken[] = [];
  let before = 0;
  let start = nextOfKind(plain, 0, tokenKinds);
  while (start < plain.length) {
    const gap = gapBetween(plain, before, start);
    const token = readToken(plain, start, gap);
    tokens.push(token);
    before = token.end;
    start = nextOfKind(plain, before, tokenKinds);
  }
  return tokens;
}

/** What a token can begin with; marks, blanks and hidden characters stand between. */
const tokenKinds = letter | number | sign;
const entity = /&#?\w{2,6};/uy;

function readToken(plain: string, start: number, gap: ValueToken["gap"]): ValueToken {
  const code = plain.charCodeAt(start);
  if (isAsciiDigit(code)) return digitsToken(plain, start, gap);
  if (isOfKind(plain, start, letter)) {
    return wordToken(wordAt(plain, start, endOfRun(plain, start, letter | mark)), start, gap);
  }
  const named = code === ampersand ? entityAt(plain, start) : undefined;
  if (named !== undefined) return entityToken(named, start, gap);
  return signToken(String.fromCodePoint(plain.codePointAt(start) ?? 0), start, gap);
}

const ampersand = 0x26;

function entityAt(plain: string, start: number): string | undefined {
  entity.lastIndex = start;
  return entity.exec(plain)?.[0];
}

function entityToken(named: string, start: number, gap: ValueToken["gap"]): ValueToken {
  const written = vocabulary.signEntities.get(named.toLowerCase()) ?? named;
  const isWord = /^\p{L}/u.test(written);
  const token = isWord ? wordToken(wordOf(written), start, gap) : signToken(written, start, gap);
  return { ...token, end: start + named.length };
}

/** Digits of a number that is surely a small integer for the engine. */
const mostDigits = 9;

function digitsToken(plain: string, start: number, gap: ValueToken["gap"]): ValueToken {
  let end = start;
  let amount = 0;
  for (let code = plain.charCodeAt(end); isAsciiDigit(code); code = plain.charCodeAt(end)) {
    if (end < start + mostDigits) amount = amount * 10 + code - zero;
    end += 1;
  }
  const text = plain.slice(start, end);
  const known = end - start <= mostDigits ? amount : -1;
  return { kind: "digits", text, lower: text, roles: 0, number: known, start, end, gap };
}

function wordToken(written: Word, start: number, gap: ValueToken["gap"]): ValueToken {
  const { text } = written;
  const { lower, roles } = readWord(written);
  const end = start + text.length;
  return { kind: "word", text, lower, roles, number: -1, start, end, gap };
}

interface ReadWord {
  readonly lower: string;
  readonly roles: number;
}

const readWord = wordProperty(({ text }) => readLetters(text));

function readLetters(text: string): ReadWord {
  const lower = text.toLowerCase().replaceAll("i\u0307", "i");
  return { lower, roles: rolesOf(text, lower) };
}

function signToken(text: string, start: number, gap: ValueToken["gap"]): ValueToken {
  const { lower, roles } = readSign(text);
  const end = start + text.length;
  return { kind: "sign", text, lower, roles, number: -1, start, end, gap };
}

/** Signs behind this code are rare. */
const mostSigns = 0x2200;
/** What was read of single signs, by their code. */
const knownSigns: (ReadWord | undefined)[] = Array.from({ length: mostSigns }, () => undefined);

function readSign(text: string): ReadWord {
  const code = text.charCodeAt(0);
  if (text.length > 1 || code >= mostSigns) return readLetters(text);
  const read = knownSigns[code] ?? readLetters(text);
  knownSigns[code] = read;
  return read;
}

const zero = 0x30;

function isAsciiDigit(code: number): boolean {
  return code >= zero && code <= 0x39;
}
