import { findAbbreviations } from "../text/style/abbreviation-uses.ts";
import { isPlain, type StyleToken } from "../text/style/style-text.ts";
import { breach, hint, type PlainFinding, type PlainReading } from "./plain-reading.ts";
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
  const tokens = reading.style.sentences.flatMap((sentence) =>
    sentence.tokens.flatMap((_token, at) => [
      ...checkNegation(sentence.tokens, at),
      ...checkNumber(sentence.tokens, at, reading.text),
      ...checkForeign(sentence.tokens, at, reading.text),
    ]),
  );
  return [...tokens, ...checkAbbreviations(reading), ...checkLength(reading)];
}

function checkNegation(tokens: readonly StyleToken[], at: number): PlainFinding[] {
  const token = tokens[at];
  if (token === undefined) return [];
  const isNegation =
    negation.has(token.lower) || /^kein(?:e[nmrs]?|erlei|esfalls|eswegs)?$/u.test(token.lower);
  if (isNegation) return [breach("negation", token)];
  return isPlain(tokens, at) && negatedWord.test(token.lower) ? [hint("negation", token)] : [];
}

function checkNumber(tokens: readonly StyleToken[], at: number, text: string): PlainFinding[] {
  const token = tokens[at];
  if (token === undefined) return [];
  if (/^[IVXLCDM]{2,8}$/u.test(token.text)) return [hint("romanNumeral", token)];
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

function checkLength({ words: sentences, lettersPerWord }: PlainReading): PlainFinding[] {
  return sentences.flatMap((sentence) =>
    sentence
      .filter(({ text }) =>
        text.split(/[-·'’]/u).some((part) => part.length >= lettersPerWord && !/\d/u.test(part)),
      )
      .map((word) => breach("longWord", word)),
  );
}
