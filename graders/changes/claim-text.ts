import { endOfRun, isOfKind, letter, nextOfKind, oneOf, space } from "../text/character-kinds.ts";
import { wordAt, wordProperty } from "../text/word.ts";
import words from "./words.json" with { type: "json" };

/** Whether a change alters the meaning or only the wording, as far as an answer says. */
export type ChangeKind = "meaning" | "wording";

/**
 * A passage of an answer with what its words tell. The patterns of phrases are asked only where the
 * passage has a word of theirs, for there are many and most passages have none.
 */
export interface ClaimText {
  readonly text: string;
  readonly signs: number;
}

const ofKind = 1;
const ofNothing = 2;
const ofChange = 4;
const ofChangePhrase = 8;
const anyLetter = 16;

export function readClaimText(text: string): ClaimText {
  let signs = 0;
  let start = nextOfKind(text, 0, letter);
  while (start < text.length) {
    const end = endOfRun(text, start, letter);
    signs |= signsOf(wordAt(text, start, end));
    start = nextOfKind(text, end, letter);
  }
  return { text, signs };
}

const changeWords = new Set(words.change);
/** Every phrase of `wording`, `notWording` and `meaning` has one of these in a word. */
const kindStems =
  /redaktionell|sprachlich|stilistisch|formal|formulierung|wortlaut|gleichbedeutend|bedeutung|inhalt|sachlich|rechtlich|materiell|sinn|rechtsfolge/iu;
/** … of `nothing` … */
const nothingStems =
  /sonst|übrige|weitere|rest|andere|änderungen|unterschiede|unverändert|gleich|inhalt|sachlich|Sache|sinn/iu;
/** … and of `changePhrase`. */
const changeStems = /auf|mehr|weg|wird/iu;

const signsOf = wordProperty(({ text }): number => {
  const parts = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return (
    anyLetter |
    (kindStems.test(text) ? ofKind : 0) |
    (nothingStems.test(text) ? ofNothing : 0) |
    (parts.some((part) => changeWords.has(part)) ? ofChange : 0) |
    (changeStems.test(text) ? ofChangePhrase : 0)
  );
});

const wording = new RegExp(words.wording.join("|"), "iu");
const notWording = new RegExp(words.notWording.join("|"), "iu");
const meaning = new RegExp(words.meaning.join("|"), "iu");

/** The kind of change that a passage speaks of. */
export function kindOf({ text, signs }: ClaimText): ChangeKind | undefined {
  if ((signs & ofKind) === 0) return undefined;
  if (notWording.test(text)) return "meaning";
  if (wording.test(text)) return "wording";
  return meaning.test(text) ? "meaning" : undefined;
}

const nothing = new RegExp(words.nothing.join("|"), "iu");

/** Says that nothing else was changed, or has no word at all. */
export function saysNothing({ text, signs }: ClaimText): boolean {
  return (signs & anyLetter) === 0 || ((signs & ofNothing) !== 0 && nothing.test(text));
}

/** `von … auf`, `nicht mehr`, `fällt weg`: phrases that speak of a change. */
const changePhrase =
  /(?<!\p{L})(?:von [^.!?]{1,60} auf |(?:nicht|keine?[nmrs]?)\s(?:\p{L}{1,30}\s){0,3}mehr(?!\p{L})|(?:fällt|fallen)\s[^.!?]{0,40}weg(?!\p{L})|aus [^.!?]{1,60}\swird\s)/iu;

export function speaksOfChange({ text, signs }: ClaimText): boolean {
  return (signs & ofChange) !== 0 || ((signs & ofChangePhrase) !== 0 && changePhrase.test(text));
}

const headerWords = new Set(words.tableHeader);

/** Headings, lines that introduce a list, header and ruler of a table. */
export function isHeading({ text }: ClaimText): boolean {
  if (text.startsWith("#") && /^#{1,6}\s/u.test(text)) return true;
  if (text.startsWith("**") && /^\*\*[^*]{1,80}\*\*$/u.test(text)) return true;
  if (endsWithColon(text) && /^[^.!?„"]{1,80}:[*_\s]*$/u.test(text)) return true;
  const first = /[^\s*|:-]+/u.exec(text)?.[0].toLowerCase();
  if (first === undefined) return true;
  if (!headerWords.has(first)) return false;
  const cells = text.toLowerCase().match(/[^\s*|:-]+/gu) ?? [];
  return cells.every((cell) => headerWords.has(cell));
}

/** Emphasis and blanks may follow. */
function endsWithColon(text: string): boolean {
  let end = text.length;
  while (isEmphasis(text, end - 1) || isOfKind(text, end - 1, space)) end -= 1;
  return text[end - 1] === ":";
}

const isEmphasis = oneOf("*_");
