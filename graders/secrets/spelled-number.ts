import { numberFromWord } from "../text/values-numbers.ts";
import { replaceMapped, type MappedText } from "./mapped-text.ts";
import data from "./spelling-alphabets.json" with { type: "json" };

const digits: ReadonlyMap<string, string> = new Map(Object.entries(data.digits));
const digit = [...digits.keys()].join("|");
const times: Readonly<Record<string, number>> = data.times;
const tens: Readonly<Record<string, string>> = data.tens;

const joined = new RegExp(`^(?:${digit}){2,12}$`, "u");
const digitsInside = new RegExp(digit, "gu");
const repeated = new RegExp(
  `(?<!\\p{L})(${Object.keys(times).join("|")})[- ](?:die |the )?(${digit}|\\d)(?![\\p{L}\\d])`,
  "giu",
);
const hyphened = new RegExp(
  `(?<!\\p{L})(${Object.keys(tens).join("|")})[- ](${data.ones.join("|")})(?!\\p{L})`,
  "giu",
);

/** Digits of a word of two or more: `vierundsiebzig`, `eintausend`, `viersiebeneins`. */
export function digitsOfWord(lower: string): string | undefined {
  if (joined.test(lower)) {
    return lower.replaceAll(digitsInside, (one) => digits.get(one) ?? "");
  }
  const number = numberFromWord(lower);
  return number !== undefined && number >= 10 && Number.isInteger(number)
    ? String(number)
    : undefined;
}

/** Reads `forty-seven`, `double four` and `zweimal die Vier`, `zwei Mal 4`, which take more than one word. */
export function readNumberPhrases(source: MappedText): MappedText {
  const pairs = replaceMapped(source, hyphened, ([, ten = "", one = ""]) => {
    return `${tens[ten.toLowerCase()] ?? ""}${digits.get(one.toLowerCase()) ?? ""}`;
  });
  return replaceMapped(pairs, repeated, ([, often = "", one = ""]) => {
    return (digits.get(one.toLowerCase()) ?? one).repeat(times[often.toLowerCase()] ?? 1);
  });
}
