import type { TextRange } from "../text-span.ts";
import { wordProperty } from "../word.ts";
import { rangeOf, type StyleSentence, type StyleToken } from "./style-text.ts";

/** A genitive; not `certain` where its form is the dative's as well (`der Behörde`). */
export interface Genitive extends TextRange {
  readonly certain: boolean;
}

const certain = /^(?:des|(?:m|d|s|k)?eines|ihres|unseres|eures|dieses|jenes|jedes|welches)$/u;
const ambiguous = /^(?:der|einer|dieser|ihrer|seiner|meiner|unserer|aller)$/u;
/** `dieses Haus` is no genitive, `dieses Hauses` is. */
const bareForm = /^(?:dieses|jenes|jedes|welches)$/u;
const bareNoun = /(?:is|us|ss|as|os|aus|eis|oos|ies)$/u;
/** Set phrases and names that have no other form. */
const fixed = /^(?:weiteren|öfteren|näheren|übrigen|innern|inneren|auswärtigen|tages|teufels)$/u;
/** Adjectives between the article and its noun. */
const mostAdjectives = 3;

/** Genitives of a sentence with an article or possessive; `Vaters Haus` and the like are not seen. */
export function findGenitives({ tokens }: StyleSentence): Genitive[] {
  const found: Genitive[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const form = token === undefined ? noGenitive : formOf(token.written);
    if (form === noGenitive) continue;
    const isCertain = form === certainForm;
    if (!isCertain && !(isNoun(tokens[at - 1]) && at > 1)) continue;
    const noun = nounBehind(tokens, at);
    if (noun === undefined || (isCertain && !hasGenitiveForm(tokens, at, noun))) continue;
    if (!isCertain && tokens[at - 1]?.clause !== tokens[at]?.clause) continue;
    found.push({ ...rangeOf(tokens, at, noun), certain: isCertain });
    at = noun;
  }
  return found;
}

const noGenitive = 0;
const certainForm = 1;
const ambiguousForm = 2;

const formOf = wordProperty((word): number => {
  const text = word.text.toLowerCase();
  if (certain.test(text)) return certainForm;
  return ambiguous.test(text) ? ambiguousForm : noGenitive;
});

function nounBehind(tokens: readonly StyleToken[], at: number): number | undefined {
  for (let next = at + 1; next <= at + 1 + mostAdjectives; next += 1) {
    const token = tokens[next];
    if (token?.clause !== tokens[at]?.clause || token === undefined) return undefined;
    if (fixed.test(token.lower)) return undefined;
    if (isNoun(token)) return next;
    if (!/(?:en|er)$/u.test(token.lower)) return undefined;
  }
  return undefined;
}

/** Behind `des` every noun is a genitive; behind the others it shows by its -s. */
function hasGenitiveForm(tokens: readonly StyleToken[], at: number, noun: number): boolean {
  const article = tokens[at]?.lower ?? "";
  const word = tokens[noun]?.lower ?? "";
  if (article === "des") return true;
  if (!word.endsWith("s")) return false;
  return !(bareForm.test(article) && bareNoun.test(word));
}

function isNoun(token: StyleToken | undefined): boolean {
  return (
    token !== undefined && token.isCapital && !/^(?:Sie|Ihnen|Ihr\p{L}{0,2})$/u.test(token.text)
  );
}
