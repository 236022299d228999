import type { Span } from "./finding.ts";
import { findPhrase, phraseText, type PhraseText } from "./planted-phrase.ts";
import { readPersonName } from "./person-name.ts";
import { recognise } from "./recognise.ts";
import { findLiteral, keyOf, needleOf, type Needle, type SearchedText } from "./searched-text.ts";

interface PlantedOptions {
  /** False: the surname of a planted person does not count by itself. */
  readonly surnameAlone?: boolean;
}

/**
 * Finds a planted value in any of its spellings: upper or lower case, other or no blanks, hyphens
 * and dots, split over lines, genitive s; an identifier in another grouping; inflected words and
 * otherwise written amounts, dates and quantities (see {@link findPhrase}); a person also as
 * „Aydin, Elif“, „E. Aydin“, „Frau Aydin“, and by the capitalised surname alone.
 */
export function findPlanted(
  text: SearchedText,
  value: string,
  { surnameAlone = true }: PlantedOptions = {},
): Span[] {
  const planted = preparedValue(value);
  const spans: Span[] = [];
  for (const form of planted.forms) spans.push(...findLiteral(text, form));
  for (const [at, { start, end }] of text.findings.entries()) {
    if (planted.keys.has(text.keys[at] ?? "")) spans.push({ start, end });
  }
  if (planted.phrase !== undefined) spans.push(...findPhrase(text.phrases(), planted.phrase));
  if (planted.surname !== undefined && surnameAlone) {
    spans.push(...findSurname(text, planted.surname));
  }
  return spans.length > 1 ? merged(spans) : spans;
}

/** Everything that does not depend on the text. */
interface PlantedValue {
  readonly forms: readonly Needle[];
  /** The identifiers that the whole value is. */
  readonly keys: ReadonlySet<string>;
  /** Undefined for names and identifiers, which are not inflected. */
  readonly phrase: PhraseText | undefined;
  readonly surname: Needle | undefined;
}

/** Cases are graded again and again. A cleared cache costs time, never a different answer. */
const prepared = new Map<string, PlantedValue>();
const largestCache = 5000;

function preparedValue(value: string): PlantedValue {
  const known = prepared.get(value);
  if (known !== undefined) return known;
  const planted = prepare(value.trim());
  if (prepared.size >= largestCache) prepared.clear();
  prepared.set(value, planted);
  return planted;
}

function prepare(value: string): PlantedValue {
  const person = readPersonName(value);
  const whole = recognise(value).filter(({ start, end }) => end - start >= value.length - 1);
  const isPhrase = person === undefined && whole.length === 0;
  return {
    forms: [value, ...(person?.forms ?? [])].map(needleOf),
    keys: new Set(whole.map(keyOf)),
    phrase: isPhrase ? phraseText(value) : undefined,
    surname: person?.surnameAlone === true ? needleOf(person.surname) : undefined,
  };
}

/** A surname alone has to begin with a capital letter; the particle in front need not. */
function findSurname(text: SearchedText, surname: Needle): Span[] {
  return findLiteral(text, surname).filter(({ start, end }) => {
    const lastWord = text.original.slice(start, end).split(/\s/u).at(-1) ?? "";
    return /^\p{Lu}/u.test(lastWord);
  });
}

/** Sorted; spans that touch the same characters become one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last === undefined || span.start >= last.end) result.push(span);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return result;
}
