import { endOfRun, isOfKind, letter, mark, nextOfKind, number } from "../text/character-kinds.ts";
import { codeAt } from "../text/code-at.ts";
import { wordAt, wordProperty } from "../text/word.ts";
import data from "./spelling-alphabets.json" with { type: "json" };
import { digitsOfWord, readNumberPhrases } from "./spelled-number.ts";
import { replaceMapped, textWithOrigin, type MappedText } from "./mapped-text.ts";

const words: ReadonlyMap<string, string> = new Map([
  ...Object.entries(data.words),
  ...Object.entries(data.digits),
  ...Object.entries(data.numerals),
]);
const fillers = new Set(data.fillers);
const joints = data.joints.join("|");
const like = new RegExp(
  `(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}]) (?:${joints}) [\\p{L}\\p{N}-]{1,30}`,
  "giu",
);

/**
 * Reads words of spelling alphabets as letters and numerals as digits: `Samuel Otto Ludwig`, `S wie
 * Sonne`, `sieben`, `siebenundvierzig`, `forty-seven`. Words like `Strich` between them go; every other
 * word stays. Returns the same if there is no word.
 */
export function spelledText(source: MappedText): MappedText {
  if (!/\p{L}[\p{L}\p{M}]/u.test(source.text)) return source;
  const text = wordByWord(source.text);
  if (text === undefined) return spelledByPatterns(source);
  return textWithOrigin(text, () => {
    const { starts, ends } = spelledByPatterns(source);
    return { starts, ends };
  });
}

/** The same by patterns, which also tell where everything came from. */
export function spelledByPatterns(source: MappedText): MappedText {
  const joined = replaceMapped(readNumberPhrases(source), like, ([, first = ""]) => first);
  return replaceMapped(
    joined,
    /[Xx]-[Rr]ay(?!\p{L})|\p{L}[\p{L}\p{M}]{1,59}(?:-[Rr]ay)?/gu,
    ([word]) => spelled(word),
  );
}

/** Words with a hyphen are read by the patterns. */
function hasRay(text: string): boolean {
  return (text.includes("-r") || text.includes("-R")) && /-ray/iu.test(text);
}

/** The first words of what joins a letter and a word, as in `S wie Sonne`, which the patterns read. */
const joint = new RegExp(`^(?:${data.joints.map(firstWord).join("|")})$`, "iu");

function firstWord(phrase: string): string {
  return phrase.split(" ")[0] ?? "";
}

/** Does a letter or digit stand here alone? One of two units is taken to do so. */
function isSingle(text: string, at: number): boolean {
  const code = codeAt(text, at);
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return isOfKind(text, at, inLetters) && !isOfKind(text, at - 1, inLetters);
}

const inLetters = letter | number;

const phraseWord = new RegExp(
  [...Object.keys(data.tens), ...Object.keys(data.times)].map(signOfPhrase).join("|"),
  "iu",
);

/** `zwei mal` is told by its last word, which stands nowhere else. */
function signOfPhrase(phrase: string): string {
  return phrase.includes(" ") ? `^${phrase.split(" ").at(-1) ?? ""}$` : phrase;
}

const longestWord = 60;

/** Most texts are of single words, each of which is read once; undefined for others. */
function wordByWord(text: string): string | undefined {
  if (hasRay(text)) return undefined;
  let changed = "";
  let done = 0;
  for (let start = nextOfKind(text, 0, letter); start < text.length;) {
    const end = endOfRun(text, start, letter | mark);
    const { put, isOfPhrase, isJoint } = readWord(wordAt(text, start, end));
    if (isOfPhrase || end - start > longestWord) return undefined;
    if (isJoint && text[start - 1] === " " && isSingle(text, start - 2)) return undefined;
    if (put !== undefined && end - start > 1) {
      changed += text.slice(done, start) + put;
      done = end;
    }
    start = nextOfKind(text, end, letter);
  }
  return done === 0 ? text : changed + text.slice(done);
}

/** What a word becomes, and whether it may be one of several that are read together. */
interface SpelledWord {
  readonly put: string | undefined;
  readonly isOfPhrase: boolean;
  /** It may join a letter and a word. */
  readonly isJoint: boolean;
}

const readWord = wordProperty(({ text }): SpelledWord => {
  const put = spelled(text);
  return {
    put: put === text ? undefined : put,
    isOfPhrase: phraseWord.test(text),
    isJoint: joint.test(text),
  };
});

function spelled(word: string): string {
  const lower = word.toLowerCase();
  return words.get(lower) ?? digitsOfWord(lower) ?? (fillers.has(lower) ? " " : word);
}
