import { isOfKind, oneOf, space } from "../text/character-kinds.ts";
import type { ContentItem } from "../text/content-items.ts";
import { remember } from "../text/remember.ts";
import type { AnswerIndex } from "./answer-index.ts";
import type { FactPhrase } from "./fact-phrase.ts";
import type { FactFinding } from "./find-fact.ts";
import type { SearchOptions } from "./nearest-place.ts";

/**
 * Looks for a fact in an answer that is not German. Of a phrase with values only the values are
 * judged; a phrase without values has to stand there word by word, an ending may follow
 * (`Bürgeramt'a`). Negation is not judged.
 */
export function findForeignFact(
  index: AnswerIndex,
  phrases: readonly FactPhrase[],
  options: SearchOptions,
): FactFinding {
  for (const phrase of phrases) {
    const place = phrase.parts.some(({ item }) => item.value !== undefined)
      ? valuesOf(index, phrase, options)
      : literally(index, phrase.text);
    if (place !== undefined) return { status: "met", place };
  }
  return { status: "missing" };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function valuesOf(
  index: AnswerIndex,
  phrase: FactPhrase,
  options: SearchOptions,
): Place | undefined {
  const items: ContentItem[] = [];
  const places = index.search.placesOf(phrase.wanted, options.strict);
  for (const [number, part] of phrase.parts.entries()) {
    if (part.item.value === undefined) continue;
    const place = places.of(phrase.first + number).find(({ isAsked }) => !isAsked);
    const item = place && index.content.items[place.at];
    if (item === undefined) return undefined;
    items.push(item);
  }
  const [first] = items;
  return first && { start: first.start, end: first.end };
}

/**
 * Letters may follow, none may stand before but the small words that Arabic joins (`بالقسيمة`);
 * blanks, case and emphasis (`do **not** need`) do not matter.
 */
function literally(index: AnswerIndex, phrase: string): Place | undefined {
  const { text, places } = plain(index.content.text);
  const wanted = plain(phrase).text.trim();
  if (wanted === "") return undefined;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (beginsWord(text, at)) {
      const end = places[at + wanted.length - 1] ?? 0;
      return { start: places[at] ?? 0, end: end + 1 };
    }
  }
  return undefined;
}

interface PlainText {
  readonly text: string;
  readonly places: readonly number[];
}

/** Lower case, single blanks, no emphasis; and where each character stood. */
const plain = remember((written): PlainText => {
  const places: number[] = [];
  let text = "";
  let isBehindBlank = false;
  for (let at = 0; at < written.length; at += 1) {
    const isBlank = isOfKind(written, at, space);
    if (isEmphasis(written, at) || (isBlank && isBehindBlank)) continue;
    const sign = written.charAt(at);
    const lower = sign === "İ" ? "i" : sign.toLowerCase();
    text += isBlank ? " " : lower.length === 1 ? lower : sign;
    places.push(at);
    isBehindBlank = isBlank;
  }
  return { text, places };
});

const isEmphasis = oneOf("*_`");

const joinedInArabic = /(?<!\p{L})[وف]?[بلك]?(?:ال|ل)?$/u;

function beginsWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  if (!/\p{L}$/u.test(before)) return true;
  return /\p{Script=Arabic}$/u.test(before) && joinedInArabic.test(before);
}
