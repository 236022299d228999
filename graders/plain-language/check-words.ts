import { findAbbreviations } from "../text/style/abbreviation-uses.ts";
import { isPlain, type StyleToken } from "../text/style/style-text.ts";
import { breach, hint, type PlainFinding, type PlainReading } from "./plain-reading.ts";
import { wordFlag, wordProperty } from "../text/word.ts";
import words from "./words.json" with { type: "json" };

const negation = new Set(words.negation);
const everyday = new Set(words.everyday);
const known = new Set(words.knownCapitals);
const longestLetters = 60;
const unit = "(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)";
const numberWord = new RegExp(
  `^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:${unit}und)?(?:zwanzig|dreißig|(?:vier|fünf|sech|sieb|acht|neun)zig)|${unit}?(?:hundert|tausend)\\p{Ll}{0,20})$`,
  "u",
);
const foreign = new RegExp(`\\p{L}{3}(?:${words.foreignSuffixes.replaceAll(" ", "|")})$`, "u");
const negatedWord =
  /^un(?!d$|s|ter|gefähr|i(?:on|vers|form))\p{Ll}{4,30}$|^\p{Ll}{3,30}(?:los|frei)(?:e[nmrs]?)?$/u;
const explanation = /(?:^|[\n.!?]\s*)(?:Das (?:heißt|bedeutet|ist|sind)|Damit ist gemeint)/u;

/** Checks that look at one word at a time. */
export function checkWords(reading: PlainReading): PlainFinding[] {
  const found: PlainFinding[] = [];
  for (const { tokens } of reading.style.sentences) {
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === undefined || !mayBeFound(token.written)) continue;
      found.push(
        ...checkNegation(tokens, at),
        ...checkNumber(tokens, at, reading.text),
        ...checkForeign(tokens, at, reading.text),
      );
    }
  }
  return [...found, ...checkAbbreviations(reading), ...checkLength(reading)];
}

const roman = /^[IVXLCDM]{2,8}$/u;

/** Whether a word in lower case is a negation, a number or foreign, wherever it stands. */
const mayBeFound = wordFlag((word): boolean => {
  const text = word.text.toLowerCase();
  if (text.length > longestLetters) return true;
  const isNumber = /^\d/u.test(text) || roman.test(text.toUpperCase()) || numberWord.test(text);
  return isNumber || isNegation(text) || negatedWord.test(text) || foreign.test(text);
});

function isNegation(lower: string): boolean {
  return negation.has(lower) || /^kein(?:e[nmrs]?|erlei|esfalls|eswegs)?$/u.test(lower);
}

function checkNegation(tokens: readonly StyleToken[], at: number): PlainFinding[] {
  const token = tokens[at];
  if (token === undefined) return [];
  if (isNegation(token.lower)) return [breach("negation", token)];
  return isPlain(tokens, at) && negatedWord.test(token.lower) ? [hint("negation", token)] : [];
}

function checkNumber(tokens: readonly StyleToken[], at: number, text: string): PlainFinding[] {
  const token = tokens[at];
  if (token === undefined) return [];
  if (roman.test(token.text)) return [hint("romanNumeral", token)];
  if (/^\d/u.test(token.lower)) return isHighNumber(token, text) ? [hint("highNumber", token)] : [];
  if (!isPlain(tokens, at) || token.lower.length > 40 || !numberWord.test(token.lower)) return [];
  const isIdiom = token.lower === "acht" && /^(?:in|außer)$/u.test(tokens[at - 1]?.lower ?? "");
  return isIdiom ? [] : [breach("digits", token)];
}

function isHighNumber({ text: number, end }: StyleToken, text: string): boolean {
  if (/^(?:19|20)\d\d$/u.test(number)) return false;
  return /\d{3}|\d[.,]\d/u.test(number) || /^\s?%/u.test(text.slice(end, end + 2));
}

function checkForeign(tokens: readonly StyleToken[], at: number, text: string): PlainFinding[] {
  const token = tokens[at];
  if (token === undefined || token.lower.length > longestLetters) return [];
  if (!foreign.test(token.lower) || everyday.has(token.text)) return [];
  return isExplained(text, token.end) ? [] : [hint("foreignWord", token)];
}

/** `Das heißt` or the like follows within two lines. */
function isExplained(text: string, from: number): boolean {
  const lines = text
    .slice(from, from + 400)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return explanation.test(`\n${lines.slice(1, 3).join("\n")}`) || explanation.test(lines[0] ?? "");
}

function checkAbbreviations({ style }: PlainReading): PlainFinding[] {
  return findAbbreviations(style)
    .filter(({ kind, text, explained }) => kind === "dotted" || !(explained || known.has(text)))
    .map((use) => breach("abbr", use));
}

function checkLength({
  words: { bounds, words: all },
  firstWords,
  lettersPerWord,
}: PlainReading): PlainFinding[] {
  const found: PlainFinding[] = [];
  const end = firstWords.at(-1) ?? 0;
  for (let at = 0; at < end; at += 1) {
    const word = all[at];
    if (word === undefined || longestPart(word) < lettersPerWord) continue;
    found.push(breach("longWord", { start: bounds[at * 2] ?? 0, end: bounds[at * 2 + 1] ?? 0 }));
  }
  return found;
}

/** Letters of the longest part of a word without digits. */
const longestPart = wordProperty(({ text }): number => {
  const parts = text.split(/[-·'’]/u).filter((part) => !/\d/u.test(part));
  return Math.max(0, ...parts.map((part) => part.length));
});
