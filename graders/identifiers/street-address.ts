import { codeAt } from "../text/code-at.ts";
import { oneOf } from "../text/character-kinds.ts";
import { wordAt, wordProperty, type Word } from "../text/word.ts";
import { digitsIn, findPlaces, type DigitForm } from "./digit-form.ts";
import type { DigitRuns } from "./digit-runs.ts";
import { finding, type Finding, type Span } from "./finding.ts";
import { maskCharacter, type Reading } from "./reading.ts";
import streets from "./streets.json" with { type: "json" };

/**
 * Finds a street with a house number: „Lindenweg 12 a“, „Berliner Str. 3“, „Karl-Marx-Allee 5-7“,
 * and „Am Anger 4“ where a postcode follows. The ending of the name is the cue. A street without
 * number is not found, nor a name without a known ending.
 */
export function findStreetAddresses(reading: Reading): Finding[] {
  const findings: Finding[] = [];
  const houses = findPlaces(reading, streetForm);
  for (let at = 0; at < houses.length; at += 2) {
    const start = houses[at] ?? 0;
    const name = nameStart(reading.text, start);
    if (name !== undefined) {
      findings.push(addressAt(reading, { start: start - name, end: houses[at + 1] ?? 0 }));
    }
  }
  for (const { 0: found, index } of leadingForms(reading)) {
    const end = index + found.length;
    if (reading.text.slice(index, end).includes(maskCharacter)) continue;
    findings.push(addressAt(reading, { start: index, end }));
  }
  return findings;
}

function addressAt(reading: Reading, { start, end }: Span): Finding {
  const value = normalisedStreet(reading.full.slice(start, end));
  return finding({ kind: "street-address", start, end, checksum: "none", cue: true, value });
}

/** Two spellings of one street address become one: case, blanks, „straße“ and „str.“. */
export function normalisedStreet(address: string): string {
  return address
    .toLowerCase()
    .replaceAll(/stra(?:ß|ss)e|str\./gu, "str")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

const house = String.raw`\d{1,4}(?: ?[a-z](?![\p{L}\d]))?(?: ?[-/+] ?\d{1,4}[a-z]?)?(?![\p{L}\d]|[.,:]\d|\. ?\p{L}+ \d{4})`;
/** A house number behind a word; „Nr.“ may stand between the two. */
export const houseForm: DigitForm = {
  pattern: new RegExp(
    String.raw`(?<=[\p{L}.])(?: {1,2}| ?\n ?|(?<=\.))(?:Nr\. ?|Nummer )?${house}`,
    "uy",
  ),
  reach: 10,
  // „Nr.“ and „Nummer“ end with the same letter; without them there are but blanks.
  reachTo: (text, start) => (isR(text, start - 2) || isR(text, start - 3) ? 10 : 3),
  fits: (text, runs, at) => digitsIn(runs, at) < 5 && isBeforeHouse(text, (runs[at] ?? 0) - 1),
  begins: (text, at) => isDot(text, at - 1) || isBlank(text, at),
};
const isBeforeHouse = oneOf(" \n.");
const isR = oneOf("r");
const isDot = oneOf(".");
const isSpace = oneOf(" ");
const isBlank = oneOf(" \n");
const leadingForm = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${streets.leading.map(capitalised).join("|")}) (?:\p{Lu}[\p{L}.-]{1,30} ){1,3}${house}(?=,? ?\n? ?(?:in )?(?:D-)?\d{5} \p{Lu})`,
  "gu",
);
const ofStreets = ["Straße", "Strasse", "Str.", "Platz", "Allee", "Weg", "Ring"];
/** „Straße des Friedens 21“: unmistakable without a postcode. */
const ofForm = new RegExp(
  String.raw`(?<![\p{L}\d])(?:Straße|Strasse|Str\.|Platz|Allee|Weg|Ring) (?:des|der) (?:\p{Lu}[\p{L}-]{1,30} ){1,2}${house}(?! ?\p{Lu})`,
  "gu",
);

/** The same where the word in front may end like the name of a street. */
const streetForm: DigitForm = {
  ...houseForm,
  begins: (text, at) => (isDot(text, at - 1) || isBlank(text, at)) && mayEndName(text, at),
};

/** For two characters of Latin-1, a byte each, whether a street may end so. */
const lastPairs = new Uint8Array(0x10000);
for (const ending of streets.endings) {
  const [first = "", second = ""] = ending.slice(-2);
  for (const one of [first, first.toUpperCase()]) {
    for (const two of [second, second.toUpperCase()]) {
      lastPairs[(one.charCodeAt(0) << 8) | two.charCodeAt(0)] = 1;
    }
  }
}

function mayEndName(text: string, end: number): boolean {
  const first = codeAt(text, end - 2);
  const second = codeAt(text, end - 1);
  return first > 0xff || second > 0xff || lastPairs[(first << 8) | second] === 1;
}

/** Read without masks, for the postcode behind the number has been found already. */
function leadingForms({ full, fullDigits }: Reading): RegExpExecArray[] {
  const found = hasPostcode(full, fullDigits) ? Array.from(full.matchAll(leadingForm)) : [];
  return hasOfName(full) ? [...found, ...full.matchAll(ofForm)] : found;
}

/** Five digits and a blank. */
function hasPostcode(text: string, runs: DigitRuns): boolean {
  for (let at = 0; at < runs.length; at += 2) {
    if (digitsIn(runs, at) >= 5 && isSpace(text, runs[at + 1] ?? 0)) return true;
  }
  return false;
}

/** „Straße des“, „Platz der“: looked for at the article, which stands in every text. */
function hasOfName(text: string): boolean {
  for (let at = text.indexOf(" de"); at >= 0; at = text.indexOf(" de", at + 1)) {
    const isArticle = endsArticle(text, at + 3) && isSpace(text, at + 4);
    if (
      isArticle &&
      endsOfStreet(text, at - 1) &&
      ofStreets.some((name) => text.endsWith(name, at))
    )
      return true;
  }
  return false;
}

const endsArticle = oneOf("sr");
const endsOfStreet = oneOf(ofStreets.map((name) => name.slice(-1)).join(""));

/** Longest name of a street that is looked at. */
const longestName = 60;

/** Length of the street's name in front of an offset, or undefined when there is none. */
function nameStart(text: string, end: number): number | undefined {
  const from = Math.max(0, end - longestName);
  let start = end;
  while (start > from && !isBlank(text, start - 1)) start -= 1;
  const name = streetName(wordAt(text, start, end));
  if (name === undefined) return undefined;
  return name.isApart
    ? apartStart(text.slice(from, end - name.word.length), name.word)
    : name.word.length;
}

/** What stands before a house number, as far as it can be the name of a street or its last word. */
interface StreetName {
  readonly word: string;
  /** „Straße“: a word of its own that needs a name in front. */
  readonly isApart: boolean;
}

const streetNames = wordProperty(({ text }) => ({ name: readStreetName(text) }));

function streetName(written: Word): StreetName | undefined {
  return streetNames(written).name;
}

function readStreetName(text: string): StreetName | undefined {
  const word = /\p{L}[\p{L}.'’-]*$/u.exec(text)?.[0] ?? "";
  const lower = word.toLowerCase();
  const ending = streets.endings.find((candidate) => lower.endsWith(candidate));
  if (ending === undefined || !/^\p{Lu}/u.test(word)) return undefined;
  if (lower === ending) return { word, isApart: true };
  if (streets.notStreets.some((other) => lower === other || lower.endsWith(`-${other}`))) {
    return undefined;
  }
  return word.length - ending.length < 2 ? undefined : { word, isApart: false };
}

const nameBefore = /(?<![\p{L}\d])(?:\p{Lu}[\p{L}'’.]*[ -]){1,3}$/u;

/** „Berliner Straße 3“: the ending is a word of its own and needs a name in front. */
function apartStart(before: string, word: string): number | undefined {
  const name = nameBefore.exec(before)?.[0];
  const last = name?.trim().split(/[ -]/u).at(-1)?.toLowerCase() ?? "";
  if (name === undefined || last.length < 3 || streets.ordinaryBefore.includes(last))
    return undefined;
  if (streets.needOwnName.includes(word.toLowerCase()) && !last.endsWith("er")) return undefined;
  return name.length + word.length;
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
