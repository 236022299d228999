import { finding, type Finding, type Span } from "./finding.ts";
import { maskCharacter, type Reading } from "./reading.ts";
import streets from "./streets.json" with { type: "json" };

/**
 * Finds a street with a house number: „Lindenweg 12 a“, „Berliner Str. 3“, „Karl-Marx-Allee 5-7“,
 * and „Am Anger 4“ where a postcode follows. The ending of the name is the cue. A street without
 * number is not found, nor a name without a known ending.
 */
export function findStreetAddresses(reading: Reading): Finding[] {
  const spans = [...endingForms(reading.text), ...leadingForms(reading)];
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
const houseForm = new RegExp(
  String.raw`(?<=[\p{L}.])(?: {1,2}| ?\n ?|(?<=\.))(?:Nr\. ?|Nummer )?${house}`,
  "gu",
);
const leadingForm = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${streets.leading.map(capitalised).join("|")}) (?:\p{Lu}[\p{L}.-]{1,30} ){1,3}${house}(?=,? ?\n? ?(?:in )?(?:D-)?\d{5} \p{Lu})`,
  "gu",
);
/** „Straße des Friedens 21“: unmistakable without a postcode. */
const ofForm = new RegExp(
  String.raw`(?<![\p{L}\d])(?:Straße|Strasse|Str\.|Platz|Allee|Weg|Ring) (?:des|der) (?:\p{Lu}[\p{L}-]{1,30} ){1,2}${house}(?! ?\p{Lu})`,
  "gu",
);

function endingForms(text: string): Span[] {
  return Array.from(text.matchAll(houseForm)).flatMap(({ 0: found, index }) => {
    const start = nameStart(text.slice(Math.max(0, index - longestName), index));
    return start === undefined ? [] : [{ start: index - start, end: index + found.length }];
  });
}

/** Read without masks, for the postcode behind the number has been found already. */
function leadingForms({ text, full }: Reading): Span[] {
  return [leadingForm, ofForm]
    .flatMap((form) => Array.from(full.matchAll(form)))
    .flatMap(({ 0: found, index }) => {
      const end = index + found.length;
      return text.slice(index, end).includes(maskCharacter) ? [] : [{ start: index, end }];
    });
}

/** Longest name of a street that is looked at. */
const longestName = 60;

/** Length of the street's name at the end of a text, or undefined when there is none. */
function nameStart(before: string): number | undefined {
  const lastPart = before.slice(Math.max(before.lastIndexOf(" "), before.lastIndexOf("\n")) + 1);
  const word = /\p{L}[\p{L}.'’-]*$/u.exec(lastPart)?.[0] ?? "";
  const lower = word.toLowerCase();
  const ending = streets.endings.find((candidate) => lower.endsWith(candidate));
  if (ending === undefined || !/^\p{Lu}/u.test(word)) return undefined;
  if (lower === ending) return apartStart(before.slice(0, -word.length), word);
  if (streets.notStreets.some((other) => lower === other || lower.endsWith(`-${other}`))) {
    return undefined;
  }
  return word.length - ending.length < 2 ? undefined : word.length;
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
