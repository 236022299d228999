import words from "./hiding-words.json" with { type: "json" };
import { separablePrefixes, sharesKey, keysOf } from "../text/inflection.ts";
import { wordProperty, type Word } from "../text/word.ts";

/** A word with its keys, as far as the comparison needs it. */
export interface KeyedWord {
  readonly text: string;
  readonly word: Word;
  readonly keys: ReadonlySet<string>;
}

/**
 * How a word of the answer goes with a word of a fact: `same` (inflected or derived), `head`
 * (Personalausweis for Ausweis), `modifier` (Widerspruchsfrist for Widerspruch), `short` (Ausweis
 * for Personalausweis), `opposite` (unzulässig for zulässig, gebührenfrei for Gebühr).
 */
export type WordRelation = "same" | "head" | "modifier" | "short" | "opposite";

/** Shortest part of a compound that is looked at, and shortest rest it may leave. */
const shortestPart = 4;
const shortestRest = 3;

/** Undefined when the two words have nothing to do with each other. */
export function relateWords(wanted: KeyedWord, found: KeyedWord): WordRelation | undefined {
  if (sharesKey(wanted.keys, found.keys)) return "same";
  if (isOpposite(wanted, found)) return "opposite";
  if (!isCapital(wanted.text)) return isNounOfVerb(wanted, found) ? "head" : undefined;
  if (hasHead(found.keys, wanted.keys) && isCapital(found.text)) return "head";
  if (hasStart(found.keys, wanted.keys) && isCapital(found.text)) return "modifier";
  if (hasHead(wanted.keys, found.keys) && isCapital(found.text)) return "short";
  return undefined;
}

/** `Antragstellung` for `stellen`; `Ausstellung` is another verb. */
function isNounOfVerb(wanted: KeyedWord, found: KeyedWord): boolean {
  if (!isCapital(found.text) || !/ung(?:en)?$/u.test(found.text.slice(-5))) return false;
  return somePair(found.keys, wanted.keys, (whole, part) => {
    return whole.endsWith(part) && !separablePrefixes.has(whole.slice(0, -part.length));
  });
}

function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

/** `un-` before an adjective, `-frei` and `-los` behind a noun. */
function isOpposite(wanted: KeyedWord, found: KeyedWord): boolean {
  return deprives(found, wanted) || deprives(wanted, found);
}

function deprives(word: KeyedWord, plain: KeyedWord): boolean {
  for (const key of word.keys) {
    if (!isCapital(word.text) && key.startsWith("un") && plain.keys.has(key.slice(2))) return true;
    if (!key.endsWith("frei") && !key.endsWith("los")) continue;
    const free = /^(.{3,40}?)(?:s|en|n|er)?(?:frei|los)$/u.exec(key)?.[1];
    if (free !== undefined && isCapital(plain.text) && plain.keys.has(free)) return true;
  }
  return false;
}

/** `gebührenfrei`, `fristlos`. */
export const isPrivative = wordProperty((word): boolean => {
  for (const key of keysOf(word)) if (key.endsWith("frei") || key.endsWith("los")) return true;
  return false;
});

function hasHead(compound: ReadonlySet<string>, heads: ReadonlySet<string>): boolean {
  return somePair(
    compound,
    heads,
    (whole, part) => whole.endsWith(part) && !hidesPart(whole, part),
  );
}

/** `Reise` is no part of `Landkreis`, for that ends with `Kreis`. */
function hidesPart(whole: string, part: string): boolean {
  return words.hiding.some((word) => {
    return word.length > part.length && word.endsWith(part) && whole.endsWith(word);
  });
}

function hasStart(compound: ReadonlySet<string>, starts: ReadonlySet<string>): boolean {
  return somePair(compound, starts, (whole, part) => whole.startsWith(part));
}

function somePair(
  wholes: ReadonlySet<string>,
  parts: ReadonlySet<string>,
  test: (whole: string, part: string) => boolean,
): boolean {
  for (const part of parts) {
    if (part.length < shortestPart) continue;
    for (const whole of wholes) {
      if (whole.length - part.length >= shortestRest && test(whole, part)) return true;
    }
  }
  return false;
}
