import { endOfRun, nextOfKind, space } from "../character-kinds.ts";
import { wordAt, wordProperty } from "../word.ts";

/** The ways to cut a text into tokens that published values of BLEU and SARI are made with. */
export const tokenizers = {
  /** At white space only. */
  none: (text: string): string[] => splitAtBlanks(text),
  /** mteval-v13a as in sacrebleu: ASCII punctuation apart, except inside numbers. */
  "13a": (text: string): string[] => asciiTokens(unescape(text)),
  /** mteval-v14 international as in sacrebleu: Unicode punctuation and symbols apart. */
  intl: (text: string): string[] => splitAtBlanks(separate(text, unicodeRules)),
} as const;

export type TokenizerName = keyof typeof tokenizers;

type Rules = readonly (readonly [pattern: RegExp, replacement: string])[];

const asciiRules: Rules = [
  [/([{-~[-` -&(-+:-@/])/gu, " $1 "],
  [/([^0-9])([.,])/gu, "$1 $2 "],
  [/([.,])([^0-9])/gu, " $1 $2"],
  [/([0-9])(-)/gu, "$1 $2 "],
];

const unicodeRules: Rules = [
  [/(\P{N})(\p{P})/gu, "$1 $2 "],
  [/(\p{P})(\P{N})/gu, " $1 $2"],
  [/(\p{S})/gu, " $1 "],
];

/**
 * No rule looks further than one character, and a blank is left a blank, so that what stands between
 * two of them can be cut by itself, once for all texts.
 */
function asciiTokens(text: string): string[] {
  const tokens: string[] = [];
  for (let start = endOfRun(text, 0, space); start < text.length;) {
    const end = nextOfKind(text, start, space);
    for (const token of tokensOf(wordAt(text, start, end))) tokens.push(token);
    start = endOfRun(text, end, space);
  }
  return tokens;
}

const tokensOf = wordProperty(({ text }) => splitAtBlanks(separate(` ${text} `, asciiRules)));

function separate(text: string, rules: Rules): string {
  return rules.reduce((rest, [pattern, apart]) => rest.replace(pattern, apart), text);
}

/** The entities of the old web pages that mteval was made for; line breaks inside words go. */
function unescape(text: string): string {
  const joined = text.replaceAll("<skipped>", "").replaceAll("-\n", "").replaceAll("\n", " ");
  if (!joined.includes("&")) return joined;
  return joined
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
}

function splitAtBlanks(text: string): string[] {
  return text.split(/\s+/u).filter((token) => token !== "");
}
