import {
  endOfRun,
  isOfKind,
  letter,
  mark,
  nextOfKind,
  number,
  pointAt,
  sign,
} from "./character-kinds.ts";
import { tokenLower, tokenRoles, tokenWord, type TokenWord } from "./content-word.ts";
import { plainCharacters } from "./plain-characters.ts";
import { gapBetween } from "./values-gaps.ts";
import type { ValueToken } from "./values-token.ts";
import { vocabulary } from "./values-vocabulary.ts";
import { wordAt, wordOf, type Word } from "./word.ts";

/**
 * Cuts a text into tokens; one pass, offsets as in the text handed in. Digits of other scripts
 * (`٣٧`, `３７`) become ASCII digits, every kind of dash a hyphen. HTML entities are what they stand
 * for (`37&nbsp;&euro;`); marks of emphasis and footnotes are looked through (`**37** Euro`).
 * The tokens are good until the next text is cut: their objects are used again.
 */
export function valueTokens(text: string): ValueToken[] {
  const plain = plainCharacters(text);
  const { length } = plain;
  let count = 0;
  let before = 0;
  let start = nextOfKind(plain, 0, tokenKinds);
  const others: TokenDraft[] = [];
  while (start < length) {
    const token = count < drafts.length ? drafts[count] : undefined;
    const draft = token ?? newDraft(others);
    draft.gap = gapBetween(plain, before, start);
    readToken(plain, start, draft);
    count += 1;
    before = draft.end;
    start = nextOfKind(plain, before, tokenKinds);
  }
  return others.length === 0 ? drafts.slice(0, count) : drafts.concat(others);
}

/** A token that is filled for one text after the other. */
type TokenDraft = { -readonly [Key in keyof ValueToken]: ValueToken[Key] };

/** Enough for the tokens of most answers; longer texts make objects of their own. */
const mostDrafts = 512;
const drafts: TokenDraft[] = Array.from({ length: mostDrafts }, emptyToken);

function emptyToken(): TokenDraft {
  const gap = "none";
  return { kind: "sign", text: "", lower: "", roles: 0, number: -1, start: 0, end: 0, gap };
}

function newDraft(others: TokenDraft[]): TokenDraft {
  const draft = emptyToken();
  others.push(draft);
  return draft;
}

/** What a token can begin with; marks, blanks and hidden characters stand between. */
const tokenKinds = letter | number | sign;
const entity = /&#?\w{2,6};/uy;

function readToken(plain: string, start: number, draft: TokenDraft): void {
  draft.start = start;
  const code = plain.charCodeAt(start);
  if (isAsciiDigit(code)) {
    readDigits(plain, draft);
    return;
  }
  if (isOfKind(plain, start, letter)) {
    fillWord(draft, wordAt(plain, start, endOfRun(plain, start, letter | mark)));
    return;
  }
  const named = code === ampersand ? entityAt(plain, start) : undefined;
  if (named === undefined) fillSign(draft, String.fromCodePoint(pointAt(plain, start)));
  else fillEntity(draft, named);
}

const ampersand = 0x26;

function entityAt(plain: string, start: number): string | undefined {
  entity.lastIndex = start;
  return entity.exec(plain)?.[0];
}

function fillEntity(draft: TokenDraft, named: string): void {
  const written = vocabulary.signEntities.get(named.toLowerCase()) ?? named;
  if (/^\p{L}/u.test(written)) fillWord(draft, wordOf(written));
  else fillSign(draft, written);
  draft.end = draft.start + named.length;
}

/** Digits of a number that is surely a small integer for the engine. */
const mostDigits = 9;

function readDigits(plain: string, draft: TokenDraft): void {
  const { start } = draft;
  let end = start;
  let amount = 0;
  for (let code = plain.charCodeAt(end); isAsciiDigit(code); code = plain.charCodeAt(end)) {
    if (end < start + mostDigits) amount = amount * 10 + code - zero;
    end += 1;
  }
  const text = plain.slice(start, end);
  draft.kind = "digits";
  draft.text = text;
  draft.lower = text;
  draft.roles = 0;
  draft.number = end - start <= mostDigits ? amount : -1;
  draft.end = end;
}

function fillWord(draft: TokenDraft, word: Word): void {
  draft.kind = "word";
  draft.text = word.text;
  draft.lower = tokenLower(word);
  draft.roles = tokenRoles(word);
  draft.number = -1;
  draft.end = draft.start + word.length;
}

function fillSign(draft: TokenDraft, text: string): void {
  const { lower, roles } = readSign(text);
  draft.kind = "sign";
  draft.text = text;
  draft.lower = lower;
  draft.roles = roles;
  draft.number = -1;
  draft.end = draft.start + text.length;
}

/** Signs behind this code are rare. */
const mostSigns = 0x2200;
/** What was read of single signs, by their code. */
const knownSigns: (TokenWord | undefined)[] = Array.from({ length: mostSigns }, () => undefined);

function readSign(text: string): TokenWord {
  const code = text.charCodeAt(0);
  if (text.length > 1 || code >= mostSigns) return tokenWord(text);
  const read = knownSigns[code] ?? tokenWord(text);
  knownSigns[code] = read;
  return read;
}

const zero = 0x30;

function isAsciiDigit(code: number): boolean {
  return code >= zero && code <= 0x39;
}
