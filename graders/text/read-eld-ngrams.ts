import { readFileSync } from "node:fs";

/** Languages and scores of every n-gram, as eld 2.1.0 ships them. */
export interface EldNgrams {
  /** Codes of the languages by number. */
  readonly languages: readonly string[];
  readonly size: number;
  /** Language and score by turns; empty for an n-gram that says nothing. */
  readonly scoresOf: (ngram: string) => Uint8Array;
}

/**
 * Reads a database of eld from its source text. Run as a program the same text takes 390 MB, since
 * every n-gram becomes an object; as bytes and a map from n-gram to place it takes a tenth. What is
 * not written as in eld 2.1.0 is an error.
 */
export function readEldNgrams(file: string): EldNgrams {
  const text = readFileSync(file, "utf8");
  const begin = text.indexOf("ngrams:{");
  const languages = [...text.slice(0, begin).matchAll(/\d+:'(?<code>\w+)'/gu)].map(
    ({ groups }) => groups?.["code"] ?? "",
  );
  const places = new Map<string, number>();
  const bytes = new Uint8Array(text.length);
  let end = 0;
  let read = begin + "ngrams:{".length;
  for (const { 0: whole, groups = {} } of text.slice(read).matchAll(entry)) {
    const { quoted, plain = "", scores = "" } = groups;
    read += whole.length;
    const numbers = scores.split(/[:,]/u).map(Number);
    places.set(quoted?.replaceAll(/\\(.)/gsu, "$1") ?? plain, end);
    bytes[end] = numbers.length;
    bytes.set(numbers, end + 1);
    end += numbers.length + 1;
  }
  if (begin < 0 || !/^\}\};?\s*$/u.test(text.slice(read))) {
    throw new TypeError(`${file}: not a database of eld 2.1.0`);
  }
  const kept = bytes.slice(0, end);
  return {
    languages,
    size: places.size,
    scoresOf: (ngram) => {
      const place = places.get(ngram);
      if (place === undefined) return new Uint8Array();
      return kept.slice(place + 1, place + 1 + (kept[place] ?? 0));
    },
  };
}

/** `'abc ':{9:12,11:0}` or `DW:{44:0}`, with a comma behind it or not. */
const entry = /(?:'(?<quoted>(?:[^'\\]|\\.)*)'|(?<plain>[\w$]+)):\{(?<scores>[\d:,]*)\},?/gsuy;
