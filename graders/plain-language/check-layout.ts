import type { TextRange } from "../text/text-span.ts";
import { breach, hint, type PlainFinding, type PlainReading } from "./plain-reading.ts";
import words from "./words.json" with { type: "json" };

// Every repetition is bounded, so that no text makes the patterns slow.
const lineEndHyphen =
  /\p{L}{1,40}-\r?\n\s{0,20}(?!(?:und|oder|bis|sowie|bzw)(?!\p{L}))\p{Ll}\p{L}{0,40}/gu;
const specialCharacter = /[§&*†…;'"]/gu;
const bracketed = /\([^()\n]{1,200}\)|\[[^[\]\n]{1,200}\]/gu;
const markup =
  /^[ \t]{0,8}\*(?=[ \t])|\*\*|^[ \t]*(?:\*[ \t]?){3,20}$|(?<![\p{L}\d*])\*(?=[^\s*][^*\n]{0,200}\*(?![\p{L}\d*]))|(?<=[\p{L}\d.,!?:)])\*(?![\p{L}\d*:])/gmu;
const postcode =
  /(?<![\d.,])\d{5} (\p{Lu}\p{L}+)(?:-\p{L}+)?(?: (?:(?:am|im|bei|an der|ob der) )?\p{Lu}[\p{L}-]+)?/gu;
const units = new Set(words.unitsAfterNumber);
/** From so many sentences on a text needs paragraphs. */
const longestBlock = 10;

/** Checks of signs and lines. */
export function checkLayout(reading: PlainReading): PlainFinding[] {
  return [
    ...checkLineEnds(reading),
    ...checkSigns(reading),
    ...checkLines(reading),
    ...checkAddresses(reading),
    ...checkStructure(reading),
    ...checkHyphens(reading),
  ];
}

function checkLineEnds({ text }: PlainReading): PlainFinding[] {
  if (!text.includes("-\n") && !text.includes("-\r")) return [];
  return matches(text, lineEndHyphen).map((range) => breach("eolHyphen", range));
}

/** Markdown's own signs are no special characters to the reader. */
function checkSigns({ style, allowBrackets }: PlainReading): PlainFinding[] {
  const { masked } = style;
  const shown = masked.includes("*")
    ? masked.replace(markup, (found) => " ".repeat(found.length))
    : masked;
  const signs = matches(shown, specialCharacter).map((range) => breach("specialChar", range));
  if (allowBrackets) return signs;
  const brackets = matches(masked, bracketed).filter(({ start, end }) => {
    if (!/\p{L}{2}/u.test(masked.slice(start, end))) return false;
    return masked[end] !== "(" && masked[start - 1] !== "]";
  });
  return [...signs, ...brackets.map((range) => breach("brackets", range))];
}

/** Sentences that begin on the line on which the one before ended. */
function checkLines({ text, style }: PlainReading): PlainFinding[] {
  return style.sentences.flatMap((sentence, number) => {
    const before = style.sentences[number - 1];
    const isSameLine =
      before !== undefined && !text.slice(before.end, sentence.start).includes("\n");
    return isSameLine ? [breach("oneSentencePerLine", sentence)] : [];
  });
}

function checkAddresses({ text }: PlainReading): PlainFinding[] {
  return Array.from(text.matchAll(postcode)).flatMap(({ 0: found, 1: town = "", index }) => {
    const end = index + found.length;
    const before =
      text
        .slice(Math.max(0, index - 200), index)
        .split("\n")
        .at(-1) ?? "";
    const behind = text.slice(end, end + 200).split("\n")[0] ?? "";
    const isAlone = !/[\p{L}\d]/u.test(before) && !/[\p{L}\d]/u.test(behind);
    return units.has(town) || isAlone ? [] : [breach("addressBlock", { start: index, end })];
  });
}

function checkStructure({ text, style: { sentences } }: PlainReading): PlainFinding[] {
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (first === undefined || last === undefined || sentences.length <= longestBlock) return [];
  const hasParts = /\n[ \t]*\n|\n[ \t]*(?:[-*•#]|\d{1,2}[.)])/u.test(text.trim());
  return hasParts ? [] : [hint("structure", { start: first.start, end: last.end })];
}

/** `Bundes·gesetz` beside `Bundes-Gesetz`. */
function checkHyphens({ text }: PlainReading): PlainFinding[] {
  if (!text.includes("·")) return [];
  const dots = matches(text, /\p{L}{1,40}·\p{L}{1,40}/gu);
  const hasHyphens = /\p{Ll}{2}-\p{Lu}\p{Ll}/u.test(text);
  return hasHyphens ? dots.map((range) => hint("compoundHyphen", range)) : [];
}

function matches(text: string, pattern: RegExp): TextRange[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}
