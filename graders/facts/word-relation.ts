import words from "./hiding-words.json" with { type: "json" };
import { belongTogether, keysOf, separablePrefixes } from "../text/inflection.ts";
import { wordProperty, type Word } from "../text/word.ts";

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
export function relateWords(wanted: Word, found: Word): WordRelation | undefined {
  if (belongTogether(wanted, found)) return "same";
  if (isOpposite(wanted, found)) return "opposite";
  if (!isCapital(wanted)) return isNounOfVerb(wanted, found) ? "head" : undefined;
  if (!isCapital(found)) return undefined;
  const [wantedKeys, foundKeys] = [keysOf(wanted), keysOf(found)];
  if (hasHead(foundKeys, wantedKeys)) return "head";
  if (hasStart(foundKeys, wantedKeys)) return "modifier";
  return hasHead(wantedKeys, foundKeys) ? "short" : undefined;
}

/** `Antragstellung` for `stellen`; `Ausstellung` is another verb. */
function isNounOfVerb(wanted: Word, found: Word): boolean {
  if (!isCapital(found) || !/ung(?:en)?$/u.test(found.text.slice(-5))) return false;
  return somePair(keysOf(found), keysOf(wanted), (whole, part) => {
    return whole.endsWith(part) && !separablePrefixes.has(whole.slice(0, -part.length));
  });
}

export const isCapital = wordProperty(({ text }): boolean => {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
});

/** `un-` before an adjective, `-frei` and `-los` behind a noun. */
function isOpposite(wanted: Word, found: Word): boolean {
  return deprives(found, wanted) || deprives(wanted, found);
}

function deprives(word: Word, plain: Word): boolean {
  const plainKeys = keysOf(plain);
  for (const key of keysOf(word)) {
    if (!isCapital(word) && key.startsWith("un") && plainKeys.has(key.slice(2))) return true;
    if (!key.endsWith("frei") && !key.endsWith("los")) continue;
    const free = /^(.{3,40}?)(?:s|en|n|er)?(?:frei|los)$/u.exec(key)?.[1];
    if (free !== undefined && isCapital(plain) && plainKeys.has(free)) return true;
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

/** `Widerspruch` for `Widerspruchsfrist`: a first half, or the whole of it. */
export function beginsWord(wanted: Word, found: Word): boolean {
  for (const start of keysOf(found)) {
    if (start.length < shortestPart) continue;
    for (const whole of keysOf(wanted)) if (whole.startsWith(start)) return true;
  }
  return false;
}
