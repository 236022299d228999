import type { TextRange } from "../text-span.ts";
import { wordProperty } from "../word.ts";
import { rangeOf, type StyleSentence, type StyleToken } from "./style-text.ts";

/** Looks for phrases in a sentence; the longest one at each word, none inside another. */
export type PhraseFinder = (sentence: StyleSentence) => TextRange[];

interface PhrasePart {
  readonly words: ReadonlySet<string>;
  readonly starts: readonly string[];
  /** Words of the same clause may stand before this part. */
  readonly afterGap: boolean;
  /** Only as the last word of its clause. */
  readonly atEnd: boolean;
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
  const read = phrases.map(readPhrase);
  const byFirst = new Map<string, PhrasePart[][]>();
  for (const phrase of read) {
    for (const word of phrase[0]?.words ?? []) {
      byFirst.set(word, [...(byFirst.get(word) ?? []), phrase]);
    }
  }
  const byStart = read.filter((phrase) => (phrase[0]?.starts.length ?? 0) > 0);
  const beginningWith = wordProperty(({ text }): readonly PhrasePart[][] => [
    ...(byFirst.get(text) ?? []),
    ...byStart.filter(([first]) => first !== undefined && mayBegin(first, text)),
  ]);
  return ({ tokens }) => {
    const found: TextRange[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      const last = longestEnd(tokens, at, beginningWith(token.word));
      if (last < at) continue;
      found.push(rangeOf(tokens, at, last));
      at = last;
    }
    return found;
  };
}

function mayBegin(first: PhrasePart, word: string): boolean {
  return first.afterGap || first.starts.some((start) => word.startsWith(start));
}

function readPhrase(phrase: string): PhrasePart[] {
  const parts: PhrasePart[] = [];
  let afterGap = false;
  for (const written of phrase.toLowerCase().split(" ")) {
    if (written !== "…") {
      const options = written.replace(/\$$/u, "").split("|");
      parts.push({
        words: new Set(options.filter((option) => !option.endsWith("*"))),
        starts: options.filter((option) => option.endsWith("*")).map((text) => text.slice(0, -1)),
        afterGap,
        atEnd: written.endsWith("$"),
      });
    }
    afterGap = written === "…";
  }
  return parts;
}

function longestEnd(
  tokens: readonly StyleToken[],
  from: number,
  phrases: readonly (readonly PhrasePart[])[],
): number {
  let longest = -1;
  for (const phrase of phrases) longest = Math.max(longest, endOfPhrase(tokens, from, phrase));
  return longest;
}

/** Number of the phrase's last word; -1 when it does not stand here. */
function endOfPhrase(
  tokens: readonly StyleToken[],
  from: number,
  phrase: readonly PhrasePart[],
): number {
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
  if (token === undefined || (part.atEnd && !endsClause(tokens, at))) return false;
  return part.words.has(token.lower) || part.starts.some((start) => token.lower.startsWith(start));
}

function endsClause(tokens: readonly StyleToken[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.clause !== tokens[at]?.clause || /^(?:und|oder|aber)$/u.test(next?.lower ?? "");
}
