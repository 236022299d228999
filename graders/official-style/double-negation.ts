import { rangeOf, type StyleSentence, type StyleToken } from "../text/style/style-text.ts";
import type { TextRange } from "../text/text-span.ts";
import data from "./double-negation.json" with { type: "json" };

const negators = new Set(data.negators);
const deniers = new Set(data.deniers);
const notNegated = new Set(data.notNegated);
/** Words between the first and the second denial. */
const widestGap = 6;

/**
 * Double negation within a clause: `nicht unerheblich`, `nicht ohne`, `kein … nicht`, `nicht
 * ausgeschlossen`. Words that only look negated (`unter`, `unbedingt`, `unmittelbar`) do not count.
 */
export function findDoubleNegations({ tokens }: StyleSentence): TextRange[] {
  const found: TextRange[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!negators.has(tokens[at]?.lower ?? "") || tokens[at + 1]?.lower === "nur") continue;
    const second = secondDenial(tokens, at);
    if (second === undefined) continue;
    found.push(rangeOf(tokens, at, second));
    at = second;
  }
  return found;
}

function secondDenial(tokens: readonly StyleToken[], at: number): number | undefined {
  for (let next = at + 1; next <= at + widestGap; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.clause !== tokens[at]?.clause) return undefined;
    if (token.lower === "und" || token.lower === "oder") return undefined;
    if (negators.has(token.lower) || token.lower === "ohne" || deniers.has(token.lower))
      return next;
    if (next <= at + 2 && isNegatedWord(token)) return next;
  }
  return undefined;
}

/** `unerheblich`, `unbegründet`; not `unter…`, `unser…`. */
function isNegatedWord({ lower, isCapital }: StyleToken): boolean {
  if (isCapital || notNegated.has(lower.replace(/e[nmrs]?$/u, ""))) return false;
  return /^un(?!d$|s|ter|ge(?:fähr|achtet)|iversal|iform|gar|ion)\p{L}{4}/u.test(lower);
}
