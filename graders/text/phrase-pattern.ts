import { endOfRun, isOfKind, letter, mark, nextOfKind, number, oneOf } from "./character-kinds.ts";
import { lengthOf } from "./length-of.ts";
import { wordAt, type Word } from "./word.ts";
import {
  addWordGroup,
  groupsOf,
  hasGroup,
  plainText,
  setOf,
  sharesGroup,
  type GroupSet,
  type WordGroup,
} from "./word-groups.ts";

/** Groups of words; a sentence fits when it has one of every group, in any order. */
export type PhrasePattern = readonly WordGroup[];

/** Patterns, with the first groups of all of them: without one of these a sentence fits none. */
export interface PatternList {
  readonly patterns: readonly PhrasePattern[];
  readonly firsts: GroupSet;
}

/** A sentence prepared for patterns. */
export class PatternSentence {
  readonly #written: readonly Word[];
  /** The groups of which the sentence has an entry. */
  readonly groups: GroupSet;
  /** Was it read to its end? */
  readonly isWhole: boolean;

  constructor(
    written: readonly Word[],
    { groups, isWhole }: Pick<PatternSentence, "groups" | "isWhole">,
  ) {
    this.#written = written;
    this.groups = groups;
    this.isWhole = isWhole;
  }

  /** In lower case, with straight apostrophes. */
  get words(): readonly string[] {
    return this.#written.map(plainText);
  }

  /** The words joined by single blanks, with one at either end. */
  get line(): string {
    return ` ${this.words.join(" ")} `;
  }
}

/** Lists of entries that several patterns share; `@name` stands for all of a list. */
type NamedEntries = Readonly<Record<string, readonly string[]>>;

/**
 * Reads patterns as they are authored: `word` is the word itself, `word*` its beginning, `*word`
 * its end, `*word*` its inside, `two words` stand side by side, `@name` is a list of `named`.
 */
export function readPatterns(
  patterns: readonly (readonly (readonly string[])[])[],
  named: NamedEntries = {},
): PatternList {
  const read = patterns.map((groups) => groups.map((entries) => readWordGroup(entries, named)));
  return { patterns: read, firsts: setOf(read.flatMap((groups) => groups.slice(0, 1))) };
}

export function readWordGroup(authored: readonly string[], named: NamedEntries = {}): WordGroup {
  const entries = authored.flatMap((entry) => {
    return entry.startsWith("@") ? (named[entry.slice(1)] ?? []) : [entry];
  });
  return addWordGroup(entries);
}

/** Longest sentence that is looked at; beyond, no one phrase is meant. */
export const mostWords = 120;

/** Words as `[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{N}]+){0,4}` finds them, in lower case. */
export function patternSentence(sentence: string): PatternSentence {
  const words: Word[] = [];
  const length = lengthOf(sentence);
  let start = nextOfKind(sentence, 0, letter | mark | number);
  while (start < length && words.length < mostWords) {
    const end = endOfWord(sentence, start);
    words.push(wordAt(sentence, start, end));
    start = nextOfKind(sentence, end, letter | mark | number);
  }
  const groups = groupsOf(words);
  if (groups === undefined) return patternSentence(sentence.toLowerCase());
  return new PatternSentence(words, { groups, isWhole: start >= length });
}

const isJoiner = oneOf("'’-");

/** Offset behind the word of a sentence that begins here. */
export function endOfWord(text: string, start: number): number {
  let end = endOfRun(text, start, letter | mark | number);
  for (let joined = 0; joined < 4; joined += 1) {
    if (!isJoiner(text, end) || !isOfKind(text, end + 1, letter | number)) break;
    end = endOfRun(text, end + 1, letter | number);
  }
  return end;
}

export function fitsAny({ groups }: PatternSentence, { patterns, firsts }: PatternList): boolean {
  if (!sharesGroup(groups, firsts)) return false;
  for (const pattern of patterns) if (fits(groups, pattern)) return true;
  return false;
}

function fits(groups: GroupSet, pattern: PhrasePattern): boolean {
  for (const group of pattern) if (!hasGroup(groups, group)) return false;
  return true;
}

interface Patterned {
  readonly pattern: PatternSentence;
}

/**
 * Does the sentence fit a pattern so that the first group stands in a clause with another one?
 * „Der Hund darf nicht mit, das steht im Text“ denies something else than what the text tells.
 */
export function fitsTogether(
  sentence: Patterned & { readonly clauses: readonly Patterned[] },
  { patterns, firsts }: PatternList,
): boolean {
  const { groups } = sentence.pattern;
  if (!sharesGroup(groups, firsts)) return false;
  for (const pattern of patterns) {
    if (fits(groups, pattern) && standsTogether(pattern, sentence.clauses)) return true;
  }
  return false;
}

function standsTogether(pattern: PhrasePattern, clauses: readonly Patterned[]): boolean {
  const [first, ...others] = pattern;
  if (first === undefined || others.length < 2) return true;
  return clauses.some(({ pattern: clause }) => {
    return hasOneOf(clause, first) && others.some((group) => hasOneOf(clause, group));
  });
}

export function hasOneOf(sentence: PatternSentence, group: WordGroup): boolean {
  return hasGroup(sentence.groups, group);
}
