import { rangeOf, type StyleSentence, type StyleToken } from "../text/style/style-text.ts";
import type { TextRange } from "../text/text-span.ts";
import data from "./nominal-words.json" with { type: "json" };

const everyday = new Set(data.everyday.split(" "));
const links = new Set(data.links.split(" "));
const suffix = new RegExp(`\\p{L}{3}(?:${data.suffixes.replaceAll(" ", "|")})$`, "u");
const longestNoun = 60;
/** Articles and adjectives between two members of a chain. */
const widestGap = 4;

/**
 * Nominal chains: two or more derived nouns hung onto each other by genitive or preposition (`zur
 * Vermeidung der Unterbrechung`), or three nouns of any kind in a row of genitives (`die Höhe des
 * Betrags der Leistung`). One derived noun alone is no chain.
 */
export function findNominalChains({ tokens }: StyleSentence): TextRange[] {
  const found: TextRange[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const chain = chainFrom(tokens, at);
    if (chain === undefined) continue;
    found.push(rangeOf(tokens, at, chain));
    at = chain;
  }
  return found;
}

/** Number of the last word of a chain that begins with this noun. */
function chainFrom(tokens: readonly StyleToken[], from: number): number | undefined {
  if (!isNoun(tokens[from])) return undefined;
  let derived = isDerived(tokens[from]) ? 1 : 0;
  let genitives = 0;
  let last = from;
  for (let next = nextMember(tokens, last); next !== undefined; next = nextMember(tokens, last)) {
    const isGenitive = /^(?:des|der|einer|eines|ihre[rs]|seine[rs]|diese[rs]|unsere[rs])$/u.test(
      tokens[last + 1]?.lower ?? "",
    );
    if (!isGenitive && !isDerived(tokens[next])) break;
    genitives += isGenitive ? 1 : 0;
    derived += isDerived(tokens[next]) ? 1 : 0;
    last = next;
  }
  return derived >= 2 || genitives >= 2 ? last : undefined;
}

/** The noun that hangs onto the one at `at`, with only its article and adjectives between. */
function nextMember(tokens: readonly StyleToken[], at: number): number | undefined {
  const clause = tokens[at]?.clause;
  if (!links.has(tokens[at + 1]?.lower ?? "")) return undefined;
  for (let next = at + 2; next <= at + 2 + widestGap; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.clause !== clause) return undefined;
    if (isNoun(token)) return next;
    if (!/(?:en|er|e|em|es|as|die)$/u.test(token.lower)) return undefined;
  }
  return undefined;
}

function isNoun(token: StyleToken | undefined): boolean {
  if (token?.isCapital !== true || token.text.length < 3) return false;
  return (
    !links.has(token.lower) &&
    !/^(?:Sie|Ihnen|Ihr\p{L}{0,2}|D(?:er|ie|as|en|em|es)|Eine?\p{L}?)$/u.test(token.text)
  );
}

function isDerived(token: StyleToken | undefined): boolean {
  if (token === undefined || !isNoun(token) || token.lower.length > longestNoun) return false;
  return suffix.test(token.lower) && !everyday.has(token.text);
}
