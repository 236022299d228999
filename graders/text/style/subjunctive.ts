import type { TextRange } from "../text-span.ts";
import { wordFlag } from "../word.ts";
import { isPlain, type StyleSentence, type StyleToken } from "./style-text.ts";
import data from "./subjunctive.json" with { type: "json" };

/** A subjunctive form; `certain` when it cannot be read as an indicative. */
export interface Subjunctive extends TextRange {
  readonly certain: boolean;
}

const prefixes = data.prefixes.replaceAll(" ", "|");
const second = new RegExp(
  `^(?:${prefixes})?(?:(?:${data.anyEnding.replaceAll(" ", "|")})(?:e|en|est|et|st|t)|(?:${data.singularOnly.replaceAll(" ", "|")}))$`,
  "u",
);
const reported = new Set(data.reported.split(" "));
const ambiguous = new Set(data.ambiguous.split(" "));
const longestForm = 20;

/**
 * Subjunctive forms of a sentence. Konjunktiv II, and of Konjunktiv I the forms that are no
 * indicative, are certain; `sollte`, `wollte`, `habe` and `werde` are not. `möchte` and polite
 * orders (`Seien Sie …`) are none. Konjunktiv I of full verbs (`er gebe`) is not seen.
 */
export function findSubjunctives({ tokens }: StyleSentence): Subjunctive[] {
  const found: Subjunctive[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !mayBeSubjunctive(token.written) || !isPlain(tokens, at)) continue;
    const certain = isCertain(tokens, at);
    if (!certain && !isUncertain(tokens, at)) continue;
    found.push({ start: token.start, end: token.end, certain });
  }
  return found;
}

const mayBeSubjunctive = wordFlag((word): boolean => {
  const text = word.text.toLowerCase();
  if (text.length > longestForm) return false;
  return second.test(text) || reported.has(text) || ambiguous.has(text);
});

function isCertain(tokens: readonly StyleToken[], at: number): boolean {
  const lower = tokens[at]?.lower ?? "";
  if (second.test(lower)) return !(at === 0 && isDignity(tokens));
  return reported.has(lower) && !isOrder(tokens, at);
}

/** `Würde des Menschen` as the beginning of a sentence. */
function isDignity(tokens: readonly StyleToken[]): boolean {
  return tokens[0]?.lower === "würde" && /^(?:des|der|und)$/u.test(tokens[1]?.lower ?? "");
}

/** `Seien Sie pünktlich`, `Sei pünktlich`. */
function isOrder(tokens: readonly StyleToken[], at: number): boolean {
  const lower = tokens[at]?.lower;
  if (lower === "sei") return at === 0;
  if (lower !== "seien" || tokens[at + 1]?.text !== "Sie") return false;
  return at === 0 || /^(?:bitte|und|dann)$/u.test(tokens[at - 1]?.lower ?? "");
}

/** `habe` and `werde` only without an `ich` in the clause. */
function isUncertain(tokens: readonly StyleToken[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !ambiguous.has(token.lower)) return false;
  if (token.lower !== "habe" && token.lower !== "werde") return true;
  return (
    at > 0 && !tokens.slice(Math.max(0, at - 12), at + 12).some(({ lower }) => lower === "ich")
  );
}
