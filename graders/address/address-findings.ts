import { phraseFinder } from "../text/style/phrase-list.ts";
import type { StyleSentence, StyleText, StyleToken } from "../text/style/style-text.ts";
import type { TextRange } from "../text/text-span.ts";
import { wordProperty } from "../text/word.ts";
import words from "./words.json" with { type: "json" };

export type AddressKind = "informal" | "lower-case" | "tone";

/** A passage in which the reader is not addressed as an authority should. */
export interface AddressFinding extends TextRange {
  readonly kind: AddressKind;
}

const informal = new Set(words.informal);
const pluralVerbs = new Set(words.pluralVerbs);
const unclearPluralVerbs = new Set(words.unclearPluralVerbs);
const imperatives = new Set(words.imperatives);
const imperativeNouns = new Set(words.imperativeNouns);
const politeVerbs = new Set(words.politeVerbs);
const lowerPossessive = /^ihr(?:e[nmrs]?)?$/u;
const smallIhr = /^ihr|^ihnen/u;
const findThanks = phraseFinder(words.thanks);
const findTone = phraseFinder(words.tone);
const shouting = /[!?]{0,5}!{2,}[!?]{0,20}/gu;

/** What of a word makes a look at its place worth while, as bits. */
const aboutReader = 1;
/** Of small letters only: `sie`, `ihren`. */
const aboutSie = 2;
const cuesOf = wordProperty(({ text }): number => {
  const lower = text.toLowerCase();
  const isSlip = informal.has(lower) || lower === "ihr" || imperatives.has(lower);
  const isSmall = text.charAt(0) === lower.charAt(0);
  const isSie = isSmall && (lower === "sie" || smallIhr.test(lower));
  return (isSlip ? aboutReader : 0) | (isSie ? aboutSie : 0);
});

/** A sentence, the text it stands in, and the sentence before. */
interface SentencePlace {
  readonly sentence: StyleSentence;
  readonly text: string;
  readonly before: StyleSentence | undefined;
}

/** All findings of a text in the order in which they stand. */
export function findAddressSlips(text: string, { masked, sentences }: StyleText): AddressFinding[] {
  const found: AddressFinding[] = [];
  let before: StyleSentence | undefined;
  for (const sentence of sentences) {
    const cues = cuesIn(sentence.tokens);
    if ((cues & aboutReader) !== 0) found.push(...findInformal(sentence.tokens));
    if ((cues & aboutSie) !== 0) found.push(...findLowerCase({ sentence, text, before }));
    for (const range of findTone(sentence)) found.push(finding(range, "tone"));
    before = sentence;
  }
  if (masked.includes("!!")) found.push(...findShouting(masked));
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function cuesIn(tokens: readonly StyleToken[]): number {
  let cues = 0;
  for (const { written } of tokens) cues |= cuesOf(written);
  return cues;
}

function findShouting(masked: string): AddressFinding[] {
  return Array.from(masked.matchAll(shouting), ({ 0: shout, index }) =>
    finding({ start: index, end: index + shout.length }, "tone"),
  );
}

function finding({ start, end }: TextRange, kind: AddressKind): AddressFinding {
  return { start, end, kind };
}

function findInformal(tokens: readonly StyleToken[]): AddressFinding[] {
  const found: AddressFinding[] = [];
  for (const [at, token] of tokens.entries()) {
    const isSlip = isInformal(tokens, at) || isPluralYou(tokens, at) || isImperative(tokens, at);
    if (isSlip) found.push(finding(token, "informal"));
  }
  return found;
}

/** Not the French `du` between two names (`Place du Marché`). */
function isInformal(tokens: readonly StyleToken[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !informal.has(token.lower)) return false;
  const [before, behind] = [tokens[at - 1], tokens[at + 1]];
  const isInName =
    token.text === "du" && at > 1 && before?.isCapital === true && behind?.isCapital === true;
  return !isInName;
}

/** `ihr könnt`, `habt ihr`; `das braucht ihr Kind` is somebody else's. */
function isPluralYou(tokens: readonly StyleToken[], at: number): boolean {
  if (tokens[at]?.lower !== "ihr") return false;
  const [before, behind] = [tokens[at - 1], tokens[at + 1]];
  if (behind?.isCapital === false && pluralVerbs.has(behind.lower)) return true;
  const verb = before?.lower ?? "";
  return pluralVerbs.has(verb) && !unclearPluralVerbs.has(verb);
}

/** `Komm bitte vorbei`; words that are nouns too only before a small word. */
function isImperative(tokens: readonly StyleToken[], at: number): boolean {
  const lower = tokens[at]?.lower ?? "";
  const isFirst = at === 0 || (at === 1 && tokens[0]?.lower === "bitte");
  if (!isFirst || !imperatives.has(lower)) return false;
  const next = tokens[at + 1];
  if (next === undefined || next.lower === "ich" || next.lower === "sie") return false;
  if (!imperativeNouns.has(lower)) return true;
  return /^(?:an|bitte|uns|mal|hier|auf|dich|das|den|die)$/u.test(next.lower);
}

/** `Bringen Sie ihren Ausweis mit`, `Bitte melden sie sich`, `Dank für ihr Schreiben`. */
function findLowerCase(place: SentencePlace): AddressFinding[] {
  const { tokens } = place.sentence;
  const thanks = findThanks(place.sentence);
  return tokens
    .filter((token, at) => {
      if (isLowerSie(tokens, at, place.text) || isLowerIhr(tokens, at, place.before)) return true;
      const isThanked = thanks.some(({ start, end }) => token.start >= start && token.end <= end);
      return isThanked && !token.isCapital && smallIhr.test(token.lower);
    })
    .map((token) => finding(token, "lower-case"));
}

/** A request begins with the verb and does not end in a question mark. */
function isLowerSie(tokens: readonly StyleToken[], at: number, text: string): boolean {
  const verb = tokens[at - 1];
  if (tokens[at]?.text !== "sie" || verb === undefined || !politeVerbs.has(verb.lower))
    return false;
  const isStart =
    at === 1 || (at === 2 && tokens[0]?.lower === "bitte") || isSecondCall(tokens, at);
  const end = tokens.at(-1)?.end ?? 0;
  return isStart && !/^["“”)\s]{0,3}\?/u.test(text.slice(end, end + 5));
}

/** `Füllen Sie … aus und senden sie es zurück`: with an object of its own, `sie` is the reader. */
function isSecondCall(tokens: readonly StyleToken[], at: number): boolean {
  if (tokens[at - 2]?.lower !== "und") return false;
  if (!/^(?:es|ihn|das|den|ein|eine|einen)$/u.test(tokens[at + 1]?.text ?? "")) return false;
  return tokens.slice(0, at).some(({ text }, place) => {
    return text === "Sie" && politeVerbs.has(tokens[place - 1]?.lower ?? "");
  });
}

/** Between `Sie` and `ihren` only small words: nobody else is there whom it could mean. */
function isLowerIhr(
  tokens: readonly StyleToken[],
  at: number,
  sentenceBefore: StyleSentence | undefined,
): boolean {
  const token = tokens[at];
  if (token === undefined || !lowerPossessive.test(token.text)) return false;
  const isAdjective = /\p{Ll}{2}(?:e[nmrs]?)$/u.test(tokens[at + 1]?.text ?? "");
  if (tokens[at + 1]?.isCapital !== true && !(isAdjective && tokens[at + 2]?.isCapital === true)) {
    return false;
  }
  for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1) {
    const before = tokens[back];
    if (before?.clause !== token.clause) return false;
    if (before.text === "Sie") {
      return back > 0 || (isPlural(tokens[1]) && isAddressed(sentenceBefore));
    }
    if (before.isCapital || /^(?:und|oder|die|der|ihr|ihnen|eine?r?)$/u.test(before.lower))
      return false;
  }
  return false;
}

/** `Sie können`, `Sie haben`; not `Sie braucht`. */
function isPlural(verb: StyleToken | undefined): boolean {
  return verb !== undefined && /(?:en|sind)$/u.test(verb.lower);
}

/** At the beginning of a sentence `Sie` is the reader where nobody else has been spoken of. */
function isAddressed(before: StyleSentence | undefined): boolean {
  if (before === undefined) return true;
  return before.tokens.some(
    ({ text }, at) => at > 0 && /^(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)$/u.test(text),
  );
}
