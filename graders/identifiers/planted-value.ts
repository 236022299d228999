import type { Span } from "./finding.ts";
import { readPersonName } from "./person-name.ts";
import { recognise } from "./recognise.ts";
import {
  findLiteral,
  keyOf,
  literalAt,
  needleOf,
  type Needle,
  type SearchedText,
} from "./searched-text.ts";
import { findSought, soughtPhrase, type SoughtPhrase } from "./sought-phrase.ts";

interface PlantedOptions {
  /** False: the surname of a planted person does not count by itself. */
  readonly surnameAlone?: boolean;
}

/**
 * Finds a planted value in any of its spellings: upper or lower case, other or no blanks, hyphens
 * and dots, split over lines, genitive s; an identifier in another grouping; inflected words and
 * otherwise written amounts, dates and quantities (see `findPhrase`); a person also as
 * „Aydin, Elif“, „E. Aydin“, „Frau Aydin“, and by the capitalised surname alone.
 */
export function findPlanted(
  text: SearchedText,
  value: string,
  options: PlantedOptions = {},
): Span[] {
  return findPrepared(text, plantedValue(value), options);
}

/** The same for a value that is looked for again and again. */
export function findPrepared(
  text: SearchedText,
  planted: PlantedValue,
  { surnameAlone = true }: PlantedOptions = {},
): Span[] {
  const spans: Span[] = [];
  for (const group of planted.groups) addForms(spans, text, group);
  if (planted.keys.size > 0) addIdentifiers(spans, text, planted.keys);
  if (planted.phrase !== undefined) spans.push(...findSought(text, planted.phrase));
  if (planted.surname !== undefined && surnameAlone) {
    spans.push(...findSurname(text, planted.surname));
  }
  return spans.length > 1 ? merged(spans) : spans;
}

/** A planted value made ready for being looked for. */
export interface PlantedValue {
  readonly groups: readonly FormGroup[];
  /** The identifiers that the whole value is. */
  readonly keys: ReadonlySet<string>;
  /** Undefined for names and identifiers, which are not inflected, and for bare numbers. */
  readonly phrase: SoughtPhrase | undefined;
  readonly surname: Needle | undefined;
}

/** Forms of a value that all hold the same letters, which are looked for first. */
interface FormGroup {
  readonly core: Needle;
  readonly forms: { readonly needle: Needle; readonly offset: number }[];
}

function addForms(spans: Span[], text: SearchedText, { core, forms }: FormGroup): void {
  if (core.compact === "") {
    for (const { needle } of forms) spans.push(...findLiteral(text, needle));
    return;
  }
  const compact = text.compact.text;
  for (let at = compact.indexOf(core.compact); at >= 0;) {
    for (const { needle, offset } of forms) {
      if (at < offset || !compact.startsWith(needle.compact, at - offset)) continue;
      const span = literalAt(text, at - offset, needle);
      if (span !== undefined) spans.push(span);
    }
    at = compact.indexOf(core.compact, at + 1);
  }
}

function addIdentifiers(spans: Span[], text: SearchedText, keys: ReadonlySet<string>): void {
  const { findings, keys: found } = text;
  for (let at = 0; at < findings.length; at += 1) {
    const { start, end } = findings[at] ?? { start: 0, end: 0 };
    if (keys.has(found[at] ?? "")) spans.push({ start, end });
  }
}

/** Cases are graded again and again. A cleared cache costs time, never a different answer. */
const prepared = new Map<string, PlantedValue>();
const largestCache = 5000;

/** Prepares a planted value. */
export function plantedValue(value: string): PlantedValue {
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
    groups: groupsOf([value, ...(person?.forms ?? [])], person?.names ?? []),
    keys: new Set(whole.map(keyOf)),
    phrase: isPhrase ? soughtPhrase(value) : undefined,
    surname: person?.surnameAlone === true ? needleOf(person.surname) : undefined,
  };
}

/** Puts forms together by the first of the names that stands in them; others stand alone. */
function groupsOf(forms: readonly string[], names: readonly string[]): FormGroup[] {
  const groups = names.map((name): FormGroup => ({ core: needleOf(name), forms: [] }));
  for (const needle of forms.map(needleOf)) {
    const offsetIn = ({ core }: FormGroup): number =>
      core.compact === "" ? -1 : needle.compact.indexOf(core.compact);
    const group = groups.find((one) => offsetIn(one) >= 0);
    if (group === undefined) groups.push({ core: needle, forms: [{ needle, offset: 0 }] });
    else group.forms.push({ needle, offset: offsetIn(group) });
  }
  return groups.filter((group) => group.forms.length > 0);
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
