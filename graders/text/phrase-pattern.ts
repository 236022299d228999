/** Groups of words; a sentence fits when it has one of every group, in any order. */
export type PhrasePattern = readonly WordGroup[];

interface WordGroup {
  readonly words: ReadonlySet<string>;
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  readonly insides: readonly string[];
  readonly phrases: readonly string[];
}

/** A sentence prepared for patterns. */
export interface PatternSentence {
  readonly words: readonly string[];
  /** The words joined by single blanks, with one at either end. */
  readonly line: string;
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
): PhrasePattern[] {
  return patterns.map((groups) => groups.map((entries) => readWordGroup(entries, named)));
}

export function readWordGroup(authored: readonly string[], named: NamedEntries = {}): WordGroup {
  const entries = authored.flatMap((entry) => {
    return entry.startsWith("@") ? (named[entry.slice(1)] ?? []) : [entry];
  });
  const plain = entries.filter((entry) => !entry.includes("*"));
  return {
    words: new Set(plain.filter((entry) => !entry.includes(" "))),
    phrases: plain.filter((entry) => entry.includes(" ")).map((entry) => ` ${entry} `),
    starts: entries.filter((entry) => /^[^*]+\*$/u.test(entry)).map((entry) => entry.slice(0, -1)),
    ends: entries.filter((entry) => /^\*[^*]+$/u.test(entry)).map((entry) => entry.slice(1)),
    insides: entries
      .filter((entry) => /^\*[^*]+\*$/u.test(entry))
      .map((entry) => entry.replaceAll("*", "")),
  };
}

/** Longest sentence that is looked at; beyond, no one phrase is meant. */
const mostWords = 120;

export function patternSentence(sentence: string): PatternSentence {
  const words: string[] = [];
  for (const match of sentence
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{N}]+){0,4}/gu)) {
    words.push(match[0].replaceAll("’", "'"));
    if (words.length >= mostWords) break;
  }
  return { words, line: ` ${words.join(" ")} ` };
}

export function fitsAny(sentence: PatternSentence, patterns: readonly PhrasePattern[]): boolean {
  return patterns.some((pattern) => pattern.every((group) => hasOneOf(sentence, group)));
}

/**
 * Does the sentence fit a pattern so that the first group stands in a clause with another one?
 * „Der Hund darf nicht mit, das steht im Text“ denies something else than what the text tells.
 */
export function fitsTogether(
  sentence: PatternSentence,
  clauses: readonly PatternSentence[],
  patterns: readonly PhrasePattern[],
): boolean {
  return patterns.some((pattern) => {
    if (!fitsAny(sentence, [pattern])) return false;
    const [first, ...others] = pattern;
    if (first === undefined || others.length < 2) return true;
    return clauses.some((clause) => {
      return hasOneOf(clause, first) && others.some((group) => hasOneOf(clause, group));
    });
  });
}

export function hasOneOf(sentence: PatternSentence, group: WordGroup): boolean {
  return (
    sentence.words.some(
      (word) =>
        group.words.has(word) ||
        group.starts.some((start) => word.startsWith(start)) ||
        group.ends.some((end) => word.endsWith(end)) ||
        group.insides.some((inside) => word.includes(inside)),
    ) || group.phrases.some((phrase) => sentence.line.includes(phrase))
  );
}
