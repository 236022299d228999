import {
  endOfRun,
  isOfKind,
  letter,
  mark,
  nextOfKind,
  number,
  sign,
} from "../text/character-kinds.ts";
import { wordAt } from "../text/word.ts";

/** Tokens that repeat together before they count as a loop. */
const runLength = 5;
/** A longer "word" is the loop of a model that lost its way. */
const longestWord = 60;

/** A text whose repetitions are allowed. */
export interface RepetitionModel {
  /** Numbers of the tokens; none where nothing is repeated, for then nobody asks. */
  readonly ids: ReadonlyMap<string, number>;
  /** Runs that stand in it more than once. */
  readonly repeated: ReadonlySet<string>;
}

const noNumbers: ReadonlyMap<string, number> = new Map();

export function readModel(text: string): RepetitionModel {
  const ids = new Map<string, number>();
  const tokens = tokensOf(text, (token) => {
    const id = ids.get(token) ?? ids.size;
    ids.set(token, id);
    return id;
  });
  const repeated = repeatedRuns(tokens);
  return { ids: repeated.size === 0 ? noNumbers : ids, repeated };
}

/**
 * Which characters of a text only repeat what the text said before: runs of five or more words and
 * signs that stood there already, and endless words. Runs that `model` repeats too are allowed.
 * Returns one flag per character; white space is never flagged.
 */
export function repeatedCharacters(text: string, { ids, repeated }: RepetitionModel): Uint8Array {
  const flags = new Uint8Array(text.length);
  const own = new Map<string, number>();
  const tokens = tokensOf(text, (token) => {
    const known = (ids.size > 0 ? ids.get(token) : undefined) ?? own.get(token);
    if (known !== undefined) return known;
    own.set(token, ids.size + own.size);
    return ids.size + own.size - 1;
  });
  const seen = new Set<string>();
  const isTwice = repeatedTokens(tokens);
  let flaggedTo = 0;
  tokens.forEach((token, at) => {
    if (token.end - token.start > longestWord) flags.fill(1, token.start, token.end);
    const run = isTwice[at] === 1 ? runAt(tokens, at) : undefined;
    if (run === undefined) return;
    if (seen.has(run) && !repeated.has(run)) {
      for (let index = Math.max(at, flaggedTo); index < at + runLength; index += 1) {
        flags.fill(1, tokens[index]?.start, tokens[index]?.end);
      }
      flaggedTo = at + runLength;
    }
    seen.add(run);
  });
  return flags;
}

interface Token {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** Words, and signs one by one, in lower case. */
function tokensOf(written: string, idOf: (token: string) => number): Token[] {
  const text = written.toLowerCase();
  const tokens: Token[] = [];
  let start = nextOfKind(text, 0, inWords | sign);
  while (start < text.length) {
    const end = isOfKind(text, start, sign)
      ? start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
      : endOfRun(text, start, inWords);
    tokens.push({ id: idOf(wordAt(text, start, end).text), start, end });
    start = nextOfKind(text, end, inWords | sign);
  }
  return tokens;
}

const inWords = letter | mark | number;

/**
 * Where runs begin of which every token stands twice, as flags. Only such a run can stand twice
 * itself, and few texts have many of them.
 */
function repeatedTokens(tokens: readonly Token[]): Uint8Array {
  const counts: number[] = [];
  for (const { id } of tokens) counts[id] = (counts[id] ?? 0) + 1;
  const begins = new Uint8Array(tokens.length);
  let twice = 0;
  for (const [at, { id }] of tokens.entries()) {
    twice = (counts[id] ?? 0) < 2 ? 0 : twice + 1;
    if (twice >= runLength) begins[at - runLength + 1] = 1;
  }
  return begins;
}

function runAt(tokens: readonly Token[], at: number): string | undefined {
  if (at + runLength > tokens.length) return undefined;
  let run = "";
  for (let index = at; index < at + runLength; index += 1) run += `${tokens[index]?.id ?? 0} `;
  return run;
}

function repeatedRuns(tokens: readonly Token[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  tokens.forEach((_token, at) => {
    const run = runAt(tokens, at);
    if (run === undefined) return;
    if (seen.has(run)) repeated.add(run);
    seen.add(run);
  });
  return repeated;
}
