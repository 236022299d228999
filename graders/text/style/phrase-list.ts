import type { TextRange } from "../text-span.ts";
import { addPhraseFinder, phrasePart } from "./phrase-words.ts";
import { rangeOf, type StyleSentence, type StyleToken } from "./style-text.ts";

/** Looks for phrases in a sentence; the longest one at each word, none inside another. */
export type PhraseFinder = (sentence: StyleSentence) => TextRange[];

interface PhrasePart {
  /** As `phrasePart` numbers them. */
  readonly number: number;
  /** Words of the same clause may stand before this part. */
  readonly afterGap: boolean;
  /** Only as the last word of its clause. */
  readonly atEnd: boolean;
}

type Phrase = readonly PhrasePart[];

/** Phrases by the number of their first part, and those that a gap begins. */
interface PhraseList {
  readonly byFirst: readonly (readonly Phrase[] | undefined)[];
  readonly anywhere: readonly Phrase[];
}

/** Words that a gap spans at most. */
const widestGap = 12;

/**
 * Makes a finder of phrases as they are authored: `word`, `stem*`, `one|other`, and `…` for up to
 * twelve words of the same clause. `ab$` only fits at the end of a clause. Upper and lower case are
 * alike.
 *
 * @example
 * phraseFinder(["in Anspruch … nehm*|nimm*"]);
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const list = listOf(phrases.map(readPhrase));
  const bit = addPhraseFinder(
    list.byFirst.flatMap((_phrases, part) => part),
    list.anywhere.length > 0,
  );
  return ({ tokens, phraseBeginnings }) => {
    const found: TextRange[] = [];
    const { finders, places, parts } = phraseBeginnings;
    if ((finders & bit) === 0) return found;
    const words = { tokens, parts };
    let before = -1;
    for (let number = 0; number < places.length; number += 2) {
      const at = places[number] ?? 0;
      if (at <= before || ((places[number + 1] ?? 0) & bit) === 0) continue;
      const last = longestEnd(words, at, list);
      if (last < at) continue;
      found.push(rangeOf(tokens, at, last));
      before = last;
    }
    return found;
  };
}

/** The words of a sentence, and the parts of phrases for which each can stand. */
interface PhraseWords {
  readonly tokens: readonly StyleToken[];
  readonly parts: readonly (readonly number[])[];
}

function listOf(read: readonly Phrase[]): PhraseList {
  const byFirst: Phrase[][] = [];
  const anywhere: Phrase[] = [];
  for (const phrase of read) {
    const [first] = phrase;
    if (first === undefined || first.afterGap) anywhere.push(phrase);
    else byFirst[first.number] = [...(byFirst[first.number] ?? []), phrase];
  }
  return { byFirst, anywhere };
}

function readPhrase(phrase: string): Phrase {
  const parts: PhrasePart[] = [];
  let afterGap = false;
  for (const written of phrase.toLowerCase().split(" ")) {
    if (written !== "…") {
      const number = phrasePart(written.replace(/\$$/u, ""));
      parts.push({ number, afterGap, atEnd: written.endsWith("$") });
    }
    afterGap = written === "…";
  }
  return parts;
}

function longestEnd(words: PhraseWords, from: number, { byFirst, anywhere }: PhraseList): number {
  let longest = -1;
  for (const phrase of anywhere) longest = Math.max(longest, endOfPhrase(words, from, phrase));
  for (const part of words.parts[from] ?? []) {
    const phrases = part < byFirst.length ? byFirst[part] : undefined;
    if (phrases === undefined) continue;
    for (const phrase of phrases) longest = Math.max(longest, endOfPhrase(words, from, phrase));
  }
  return longest;
}

/** Number of the phrase's last word; -1 when it does not stand here. */
function endOfPhrase(words: PhraseWords, from: number, phrase: Phrase): number {
  let at = from - 1;
  for (const part of phrase) {
    at = part.afterGap ? findPart(words, at, part) : at + 1;
    if (at < 0 || !fits(words, at, part)) return -1;
  }
  return at;
}

function findPart(words: PhraseWords, before: number, part: PhrasePart): number {
  const { tokens } = words;
  const clause = tokens[before]?.clause;
  const last = Math.min(before + 1 + widestGap, tokens.length - 1);
  for (let at = before + 1; at <= last; at += 1) {
    if (tokens[at]?.clause !== clause) return -1;
    if (fits(words, at, part)) return at;
  }
  return -1;
}

function fits({ tokens, parts }: PhraseWords, at: number, part: PhrasePart): boolean {
  const own = at < parts.length ? parts[at] : undefined;
  if (own === undefined || own.length === 0) return false;
  for (const number of own) {
    if (number === part.number) return !part.atEnd || endsClause(tokens, at);
  }
  return false;
}

function endsClause(tokens: readonly StyleToken[], at: number): boolean {
  const next = tokens[at + 1];
  if (next?.clause !== tokens[at]?.clause) return true;
  const lower = next?.lower;
  return lower === "und" || lower === "oder" || lower === "aber";
}
