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
  for (let entry = readEntry(text, read); entry !== undefined; entry = readEntry(text, read)) {
    places.set(entry.ngram, end);
    const scoresEnd = writeScores(text.slice(entry.scores, entry.end), bytes, end + 1);
    bytes[end] = scoresEnd - end - 1;
    end = scoresEnd;
    read = entry.end + (text.charCodeAt(entry.end + 1) === comma ? 2 : 1);
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

const comma = 0x2c;
const quote = 0x27;
const backslash = 0x5c;

/** An entry, and where its scores begin and end. */
interface Entry {
  readonly ngram: string;
  readonly scores: number;
  readonly end: number;
}

/** `'abc ':{9:12,11:0}` or `DW:{44:0}`, with a comma behind it or not; undefined for anything else. */
function readEntry(text: string, start: number): Entry | undefined {
  const isQuoted = text.charCodeAt(start) === quote;
  const keyEnd = isQuoted ? endOfQuoted(text, start + 1) : endOfPlain(text, start);
  const scores = keyEnd + (isQuoted ? 1 : 0) + ":{".length;
  if (keyEnd <= start || !text.startsWith(":{", scores - ":{".length)) return undefined;
  const end = text.indexOf("}", scores);
  if (end < 0 || !isOfScores(text, scores, end)) return undefined;
  const key = text.slice(start + (isQuoted ? 1 : 0), keyEnd);
  const ngram = key.includes("\\") ? key.replaceAll(/\\(.)/gsu, "$1") : key;
  return { ngram, scores, end };
}

function endOfQuoted(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charCodeAt(end) !== quote) {
    end += text.charCodeAt(end) === backslash ? 2 : 1;
  }
  return end;
}

function endOfPlain(text: string, start: number): number {
  let end = start;
  while (end < text.length && /[\w$]/u.test(text.charAt(end))) end += 1;
  return end;
}

/** Nothing but digits, colons and commas? */
function isOfScores(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== comma && (code < 0x30 || code > 0x3a)) return false;
  }
  return true;
}

/** Writes the numbers of `9:12,11:0` from a place on; returns the place behind them. */
function writeScores(scores: string, bytes: Uint8Array, start: number): number {
  let place = start;
  let number = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const code = scores.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      number = number * 10 + code - 0x30;
      continue;
    }
    bytes[place] = number;
    place += 1;
    number = 0;
  }
  bytes[place] = number;
  return place + 1;
}
