import { oneOf } from "../text/character-kinds.ts";
import { wordAt, wordProperty, type Word } from "../text/word.ts";
import { findForms, type DigitForm } from "./digit-form.ts";
import { finding, type Finding, type Span } from "./finding.ts";
import { maskCharacter, type Reading } from "./reading.ts";
import streets from "./streets.json" with { type: "json" };

/**
 * Finds a street with a house number: „Lindenweg 12 a“, „Berliner Str. 3“, „Karl-Marx-Allee 5-7“,
 * and „Am Anger 4“ where a postcode follows. The ending of the name is the cue. A street without
 * number is not found, nor a name without a known ending.
 */
export function findStreetAddresses(reading: Reading): Finding[] {
  const spans = [...endingForms(reading), ...leadingForms(reading)];
  return spans.map(({ start, end }) => {
    const value = normalisedStreet(reading.full.slice(start, end));
    return finding({ kind: "street-address", start, end, checksum: "none", cue: true, value });
  });
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
  fits: (text, { start, end }) => end - start < 5 && isBeforeHouse(text, start - 1),
  begins: (text, at) => text[at - 1] === "." || isBlank(text, at),
};
const isBeforeHouse = oneOf(" \n.");
const isBlank = oneOf(" \n");
const leadingForm = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${streets.leading.map(capitalised).join("|")}) (?:\p{Lu}[\p{L}.-]{1,30} ){1,3}${house}(?=,? ?\n? ?(?:in )?(?:D-)?\d{5} \p{Lu})`,
  "gu",
);
/** „Straße des Friedens 21“: unmistakable without a postcode. */
const ofForm = new RegExp(
  String.raw`(?<![\p{L}\d])(?:Straße|Strasse|Str\.|Platz|Allee|Weg|Ring) (?:des|der) (?:\p{Lu}[\p{L}-]{1,30} ){1,2}${house}(?! ?\p{Lu})`,
  "gu",
);

/** Without one of these the two do not match. */
const postcode = /\d{5} /u;
const ofName = /(?:Straße|Strasse|Str\.|Platz|Allee|Weg|Ring) de[sr] /u;

function endingForms(reading: Reading): Span[] {
  const { text } = reading;
  return findForms(reading, houseForm).flatMap(({ 0: found, index }) => {
    const start = nameStart(text, index);
    return start === undefined ? [] : [{ start: index - start, end: index + found.length }];
  });
}

/** Read without masks, for the postcode behind the number has been found already. */
function leadingForms({ text, full }: Reading): Span[] {
  const forms = [
    ...(postcode.test(full) ? [leadingForm] : []),
    ...(ofName.test(full) ? [ofForm] : []),
  ];
  return forms
    .flatMap((form) => Array.from(full.matchAll(form)))
    .flatMap(({ 0: found, index }) => {
      const end = index + found.length;
      return text.slice(index, end).includes(maskCharacter) ? [] : [{ start: index, end }];
    });
}

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
