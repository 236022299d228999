import data from "./spelling-alphabets.json" with { type: "json" };
import { digitsOfWord, readNumberPhrases } from "./spelled-number.ts";
import { replaceMapped, textWithOrigin, type MappedText } from "./mapped-text.ts";

const words: ReadonlyMap<string, string> = new Map([
  ...Object.entries(data.words),
  ...Object.entries(data.digits),
  ...Object.entries(data.numerals),
]);
const fillers = new Set(data.fillers);
const like = new RegExp(
  `(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}]) (?:${data.joints.join("|")}) [\\p{L}\\p{N}-]{1,30}`,
  "giu",
);

/**
 * Reads words of spelling alphabets as letters and numerals as digits: `Samuel Otto Ludwig`, `S wie
 * Sonne`, `sieben`, `siebenundvierzig`, `forty-seven`. Words like `Strich` between them go; every other word stays.
 */
export function spelledText(source: MappedText): MappedText {
  const letters = replaceMapped(readNumberPhrases(source), like, ([, letter = ""]) => letter);
  return replaceMapped(
    letters,
    /[Xx]-[Rr]ay(?!\p{L})|\p{L}[\p{L}\p{M}]{1,59}(?:-[Rr]ay)?/gu,
    ([word]) => {
      const lower = word.toLowerCase();
      return words.get(lower) ?? digitsOfWord(lower) ?? (fillers.has(lower) ? " " : word);
    },
  );
}

/** The first letter of every line, numbering and bullets aside. */
export function lineInitials(text: string): MappedText {
  return groupsOf(
    text,
    /(?<=^|\n)[^\S\n]{0,8}(?:\d{1,3}[.):]|[-*•>#]{1,3})?[^\p{L}\p{N}\n]{0,8}([\p{L}\p{N}])/dgu,
  );
}

/** The first letter of every word. */
export function wordInitials(text: string): MappedText {
  return groupsOf(text, /(?<![\p{L}\p{N}\p{M}])([\p{L}\p{N}])/dgu);
}

/**
 * What stands in quotation marks or in code, put together; a sign between the parts keeps their
 * borders.
 */
export function quotedText(text: string): MappedText {
  const parts =
    /[„“"»«‚`'][^\p{L}\p{N}„“”"»«`*'\n]{0,4}([\p{L}\p{N}][^„“”"»«`*'\n]{0,40})(?=[“”"«»‘`*'])/dgu;
  return groupsOf(text, parts, "|");
}

/** What is printed bold, put together: `**H**inter **a**llen`. */
export function boldText(text: string): MappedText {
  return groupsOf(text, /\*\*[^\p{L}\p{N}*\n]{0,4}([\p{L}\p{N}][^*\n]{0,40})\*\*/dgu, "|");
}

/** `Teil 1: Hasel. Teil 2: maus.` */
export function numberedParts(text: string): MappedText {
  const parts =
    /(?<!\p{L})(?:Teil|Stück|Silbe|Hälfte|Abschnitt|Wortteil|Part)\s{0,2}[\p{L}\p{N}]{0,10}\s?(?:[:=]|ist|lautet)[^\S\n]{0,3}[„“"'*`]{0,3}([\p{L}\p{N}][\p{L}\p{N}-]{0,30})/dgiu;
  return groupsOf(text, parts, "|");
}

/** Single letters behind a colon or `ist`: `1. Zeichen: k`. */
export function namedLetters(text: string): MappedText {
  return groupsOf(
    text,
    /(?:[:=]|(?<!\p{L})(?:ist|lautet))[^\S\n]{0,3}[„“"'*`]{0,3}(?<![\p{L}\p{N}])([\p{L}\p{N}])(?![\p{L}\p{N}\p{M}])/dgu,
    "|",
  );
}

/** The first group of every match, which stands somewhere in it, put together. */
function groupsOf(text: string, pattern: RegExp, between = ""): MappedText {
  const groups: Group[] = [];
  for (const match of text.matchAll(pattern)) {
    groups.push({ text: (match[1] ?? "") + between, from: match.indices?.[1]?.[0] ?? match.index });
  }
  return textWithOrigin(groups.map((group) => group.text).join(""), () => {
    const starts = groups.flatMap(({ text: { length }, from }) =>
      Array.from({ length }, (_, at) => from + at),
    );
    return { starts, ends: starts.map((at) => at + 1) };
  });
}

interface Group {
  readonly text: string;
  readonly from: number;
}

/** Characters written as numbers, five or more in a row: `83 111 108 97`, or `19-15-12` from A = 1. */
export function numberedText(source: MappedText): MappedText {
  const codes =
    /(?<![\d.,])(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?:[\s,;]{1,3}(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?!\d)){4,}/gu;
  const places =
    /(?<![\d.,-])(?:[1-9]|1\d|2[0-6])(?:[\s,;.-]{1,3}(?:[1-9]|1\d|2[0-6])(?!\d)){4,}/gu;
  return replaceMapped(
    replaceMapped(source, codes, charactersFrom(0)),
    places,
    charactersFrom(0x60),
  );
}

function charactersFrom(firstCode: number): (match: RegExpExecArray) => string {
  return ([numbers]) => {
    const codes = numbers.match(/\d+/gu) ?? [];
    return codes.map((code) => String.fromCharCode(Number(code) + firstCode)).join("");
  };
}
