/** Tokens that repeat together before they count as a loop. */
const runLength = 5;
/** A longer "word" is the loop of a model that lost its way. */
const longestWord = 60;

/**
 * Which characters of a text only repeat what the text said before: runs of five or more words and
 * signs that stood there already, and endless words. Runs that `model` repeats too are allowed.
 * Returns one flag per character; white space is never flagged.
 */
export function repeatedCharacters(text: string, model: string): Uint8Array {
  const flags = new Uint8Array(text.length);
  const ids = new Map<string, number>();
  const allowed = repeatedRuns(tokensOf(model, ids));
  const tokens = tokensOf(text, ids);
  const seen = new Set<string>();
  let flaggedTo = 0;
  tokens.forEach((token, at) => {
    if (token.end - token.start > longestWord) flags.fill(1, token.start, token.end);
    const run = runAt(tokens, at);
    if (run === undefined) return;
    if (seen.has(run) && !allowed.has(run)) {
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

function tokensOf(text: string, ids: Map<string, number>): Token[] {
  const tokens: Token[] = [];
  for (const match of text
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}\p{C}]/gu)) {
    const id = ids.get(match[0]) ?? ids.size;
    ids.set(match[0], id);
    tokens.push({ id, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
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
