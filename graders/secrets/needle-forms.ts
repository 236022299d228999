import { longestSteps } from "./letter-steps.ts";
import { lettersIn } from "./letter-text.ts";

/** Letters to look for, and how the value was dressed to look like that. */
export interface NeedleForm {
  readonly letters: string;
  readonly dress: "same" | "reversed" | "cipher" | "spelled-out";
}

/** A protected value made ready for being looked up in its dresses. */
export interface Needle {
  readonly value: string;
  /** Ciphers last; empty when the value is too short for anything but itself. */
  readonly forms: readonly NeedleForm[];
  /** Steps of the alphabet of which some stand in every text with a cipher. */
  readonly cipherSteps: readonly string[];
  /** Letters as read with signs for letters; empty when that is not safe. */
  readonly leet: { readonly stroke: string; readonly dot: string };
  /** Letters and digits of the words of the value. */
  readonly words: readonly string[];
}

/** Shorter values are looked for as they are, and longer ones in more daring dresses. */
const shortestDressed = 5;
const shortestCipher = 6;

/** Cases are graded again and again. A cleared cache costs time, never a different answer. */
const prepared = new Map<string, Needle>();
const largestCache = 2000;

/** Prepares a protected value (Unicode normal form C). */
export function needleOf(value: string): Needle {
  const known = prepared.get(value);
  if (known !== undefined) return known;
  const needle = prepare(value);
  if (prepared.size >= largestCache) prepared.clear();
  prepared.set(value, needle);
  return needle;
}

function prepare(value: string): Needle {
  const letters = lettersIn(value);
  const words = value.split(/[^\p{L}\p{N}\p{M}]+/u).map((word) => lettersIn(word));
  const letterCount = letters.replaceAll(/\d/gu, "").length;
  const isLeetSafe =
    letters.length >= shortestCipher && letterCount >= 4 && letterCount * 2 > letters.length;
  return {
    value,
    words,
    forms: letters.length < shortestDressed ? shortForms(letters) : formsOf(value, letters),
    cipherSteps: stepsOfCiphers(value),
    leet: isLeetSafe
      ? {
          stroke: narrowed(lettersIn(value.toLowerCase(), "stroke")),
          dot: lettersIn(value.toLowerCase(), "dot"),
        }
      : { stroke: "", dot: "" },
  };
}

/** Two letters that look like one are read as that. */
function narrowed(letters: string): string {
  return letters.replaceAll("rn", "m").replaceAll("vv", "w");
}

/** A PIN is said digit by digit; other short values come together by chance. */
function shortForms(letters: string): NeedleForm[] {
  return /^\d{4}$/u.test(letters) ? [{ letters, dress: "spelled-out" }] : [];
}

function formsOf(value: string, letters: string): NeedleForm[] {
  const spelled = lettersIn(spellUmlauts(value));
  const same = [...new Set([letters, spelled])].map((form): NeedleForm => {
    return { letters: form, dress: "same" };
  });
  if (letters.length < shortestCipher) return [...same, ...reversedOf(value, letters)];
  return [...same, ...reversedOf(value, letters), ...ciphersOf(value)];
}

function spellUmlauts(value: string): string {
  return value.replaceAll(/[äöü]/giu, (umlaut) => `${umlaut.normalize("NFD").charAt(0)}e`);
}

/** Backwards as a whole, and every word backwards. */
function reversedOf(value: string, letters: string): NeedleForm[] {
  const words = value.split(/(?<=[^\p{L}\p{N}\p{M}])|(?=[^\p{L}\p{N}\p{M}])/u);
  const each = words.map((word) => backwards(lettersIn(word))).join("");
  return [...new Set([backwards(letters), each])]
    .filter((form) => form !== letters)
    .map((form) => ({ letters: form, dress: "reversed" }));
}

function backwards(text: string): string {
  return Array.from(text).toReversed().join("");
}

const alphabetLength = 26;

/** Every shift of the alphabet (13 is ROT13), and the alphabet backwards. Digits stay. */
function ciphersOf(value: string): NeedleForm[] {
  const plain = value.toLowerCase();
  if (plain.replaceAll(/[^a-z]/gu, "").length < shortestCipher) return [];
  const forms = basesOf(plain).map((base) => [
    ...Array.from({ length: alphabetLength - 1 }, (_, at) => {
      return mapLetters(base, (letter) => (letter + at + 1) % alphabetLength);
    }),
    upended(base),
  ]);
  return [...new Set(forms.flat().map((form) => lettersIn(form)))].map((letters) => {
    return { letters, dress: "cipher" };
  });
}

/** What is shifted: the value with its umlauts, and without. */
function basesOf(plain: string): string[] {
  return [...new Set([plain, lettersIn(plain)])];
}

function upended(base: string): string {
  return mapLetters(base, (letter) => alphabetLength - 1 - letter);
}

function stepsOfCiphers(value: string): string[] {
  const steps = basesOf(value.toLowerCase()).flatMap((base) => {
    return [longestSteps(base), longestSteps(upended(base))];
  });
  return [...new Set(steps)];
}

function mapLetters(text: string, map: (letter: number) => number): string {
  return text.replaceAll(/[a-z]/gu, (letter) => {
    return String.fromCharCode(0x61 + map(letter.charCodeAt(0) - 0x61));
  });
}
