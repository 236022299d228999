import lists from "./names.json" with { type: "json" };
import streets from "./streets.json" with { type: "json" };

/** A planted value that is the name of a person. */
export interface PersonName {
  /** With particles: „von Berg“. */
  readonly surname: string;
  /** The surname and its halves, one of which stands in every form. */
  readonly names: readonly string[];
  /** Other orders and short forms of the whole name, without the surname alone. */
  readonly forms: readonly string[];
  /** True when the surname without anything else tells who it is (see {@link readPersonName}). */
  readonly surnameAlone: boolean;
}

/** Shortest surname that is looked for without a given name. */
const shortestSurname = 4;

/**
 * Reads a value as a person's name: two to four capitalised words („Elif Aydin“, „Aydin, Elif“), or
 * a surname behind „Frau“ or „Herr“; titles are left out. Values with digits, names of streets and
 * of institutions („Stadt Musterfurt“, „Sparkasse …“) are none. The surname alone counts as the
 * person from four letters on; half of a double surname only behind „Frau“ or a given name.
 */
export function readPersonName(value: string): PersonName | undefined {
  const [first = "", second, ...more] = value.trim().split(/\s*,\s*/u);
  if (more.length > 0) return undefined;
  const words = `${second ?? ""} ${first}`.split(/\s+/u).filter((word) => word !== "");
  const bare = words.filter(
    (word) => !isOneOf(lists.honorifics, word) && !isOneOf(lists.titles, word),
  );
  if (!isName(bare)) return undefined;
  const addressed = words.some((word) => isOneOf(lists.honorifics, word));
  if (bare.length === 1 && !addressed) return undefined;
  const from = surnameStart(bare);
  const surname = bare.slice(from).join(" ");
  const given = bare.slice(0, from);
  const names = [surname, ...surnameParts(surname)];
  const forms = names.flatMap((name) => formsOf(name, given));
  return {
    surname,
    names: [...new Set(names.flatMap((name) => [name, withoutDots(name)]))],
    forms: [...new Set(forms.flatMap((form) => [form, withoutDots(form)]))],
    surnameAlone: surname.replaceAll(/[^\p{L}]/gu, "").length >= shortestSurname,
  };
}

function isOneOf(words: readonly string[], word: string): boolean {
  return words.includes(word.toLowerCase().replace(/\.$/u, ""));
}

function isName(words: readonly string[]): boolean {
  if (words.length === 0 || words.length > 4) return false;
  const last = words.at(-1) ?? "";
  if (!/^\p{Lu}/u.test(last) || words.some((word) => isOneOf(lists.institutions, word)))
    return false;
  if (streets.endings.some((ending) => ending.length > 4 && last.toLowerCase().endsWith(ending))) {
    return false;
  }
  return words.every((word) => isOneOf(lists.particles, word) || nameWord.test(word));
}

const nameWord = /^\p{Lu}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*\.?$/u;

/** The last word and the particles in front of it. */
function surnameStart(words: readonly string[]): number {
  let start = words.length - 1;
  while (start > 0 && isOneOf(lists.particles, words[start - 1] ?? "")) start -= 1;
  return start;
}

/** „Kowalski“ of „Weiß-Kowalski“. */
function surnameParts(surname: string): string[] {
  const parts = surname.split("-");
  return parts.length > 1 ? parts.filter((part) => part.length >= shortestSurname) : [];
}

/** „Ozdemir“ for „Özdemir“; „Oezdemir“ is found without it. */
function withoutDots(form: string): string {
  return form.normalize("NFD").replaceAll("\u0308", "").normalize("NFC");
}

function formsOf(surname: string, given: readonly string[]): string[] {
  const addressed = lists.honorifics.map((honorific) => `${honorific} ${surname}`);
  const first = given[0];
  if (first === undefined) return addressed;
  const all = given.join(" ");
  const initial = first.slice(0, 1);
  return [
    `${all} ${surname}`,
    `${surname} ${all}`,
    `${first} ${surname}`,
    `${surname} ${first}`,
    `${initial} ${surname}`,
    `${surname} ${initial}`,
    ...addressed,
  ];
}
