import type { TextRange } from "../text-span.ts";
import { addPhraseFinder, phrasePart, phraseWord } from "./phrase-words.ts";
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
  readonly byFirst: ReadonlyMap<number, readonly Phrase[]>;
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
  const bit = addPhraseFinder(list.byFirst.keys(), list.anywhere.length > 0);
  return ({ tokens, phraseBeginnings }) => {
    const found: TextRange[] = [];
    const { finders, places } = phraseBeginnings;
    if ((finders & bit) === 0) return found;
    let before = -1;
    for (let number = 0; number < places.length; number += 2) {
      const at = places[number] ?? 0;
      if (at <= before || ((places[number + 1] ?? 0) & bit) === 0) continue;
      const last = longestEnd(tokens, at, list);
      if (last < at) continue;
      found.push(rangeOf(tokens, at, last));
      before = last;
    }
    return found;
  };
}

function listOf(read: readonly Phrase[]): PhraseList {
  const byFirst = new Map<number, Phrase[]>();
  const anywhere: Phrase[] = [];
  for (const phrase of read) {
    const [first] = phrase;
    if (first === undefined || first.afterGap) anywhere.push(phrase);
    else byFirst.set(first.number, [...(byFirst.get(first.number) ?? []), phrase]);
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

function longestEnd(
  tokens: readonly StyleToken[],
  from: number,
  { byFirst, anywhere }: PhraseList,
): number {
  let longest = -1;
  for (const phrase of anywhere) longest = Math.max(longest, endOfPhrase(tokens, from, phrase));
  const token = tokens[from];
  for (const part of token === undefined ? [] : phraseWord(token.word).parts) {
    for (const phrase of byFirst.get(part) ?? []) {
      longest = Math.max(longest, endOfPhrase(tokens, from, phrase));
    }
  }
  return longest;
}

/** Number of the phrase's last word; -1 when it does not stand here. */
function endOfPhrase(tokens: readonly StyleToken[], from: number, phrase: Phrase): number {
  let at = from - 1;
  for (const part of phrase) {
    at = part.afterGap ? findPart(tokens, at, part) : at + 1;
    if (at < 0 || !fits(tokens, at, part)) return -1;
  }
  return at;
}

function findPart(tokens: readonly StyleToken[], before: number, part: PhrasePart): number {
  const clause = tokens[before]?.clause;
  for (let at = before + 1; at <= before + 1 + widestGap; at += 1) {
    if (tokens[at]?.clause !== clause) return -1;
    if (fits(tokens, at, part)) return at;
  }
  return -1;
}

function fits(tokens: readonly StyleToken[], at: number, part: PhrasePart): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  for (const number of phraseWord(token.word).parts) {
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
