import type { Content, ContentItem } from "../text/content-items.ts";
import { foldWord, keysOf, sharesKey, wordKeys } from "../text/inflection.ts";
import { rememberObject } from "../text/remember-object.ts";
import { wordFlag, wordProperty, type Word } from "../text/word.ts";
import offices from "./offices.json" with { type: "json" };
import type { Source } from "./source-values.ts";

const generic = new Set(offices.generic);
const never = new Set(offices.never);
const longNever = offices.never.filter((word) => word.length >= 7);
const before = new Set(offices.before);
const administrative = offices.administrative.toSorted((a, b) => b.length - a.length);

/** A name of an authority in the answer, and whether the source has it. */
interface OfficeName {
  readonly start: number;
  readonly end: number;
  readonly isGiven: boolean;
}

/** Names such as `Wohngeldstelle`, `Verwaltungsgericht`, `Amt für Ordnung`; generic words are none. */
export function officeNames(content: Content, source: Source): OfficeName[] {
  const { items } = content;
  const names: OfficeName[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined || item.value !== undefined || !mayBeOffice(item.word)) continue;
    const { start } = item;
    const field = fieldOf(items, at);
    if (field !== undefined) {
      names.push({ start, end: field.end, isGiven: sharesKey(field.keys, source.keys) });
    } else if (isOffice(item.word)) {
      names.push({ start, end: item.end, isGiven: namedBy(source)(item.word) });
    }
  }
  return names;
}

/** An office, or what `für` and a noun can follow; it is asked of every word. */
const mayBeOffice = wordFlag((word): boolean => {
  return isCapital(word.text) && (isOffice(word) || hasField(keysOf(word)));
});

function hasField(keys: ReadonlySet<string>): boolean {
  for (const key of keys) if (before.has(key)) return true;
  return false;
}

/** Most words begin with a letter of ASCII, which needs no pattern. */
function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(word);
}

/** `Wohnungswesen` in `Amt für Wohnungswesen`. */
function fieldOf(items: readonly ContentItem[], at: number): ContentItem | undefined {
  if (items[at + 1]?.lower !== "für") return undefined;
  const [office, field] = [items[at], items[at + 2]];
  if (office === undefined || field === undefined || field.value !== undefined) return undefined;
  if (!isCapital(field.text) || field.clause !== office.clause) return undefined;
  return hasField(office.keys) ? field : undefined;
}

const ending = new RegExp(
  `(?:${[...offices.administrative, ...offices.others].join("|")})(?:e?n|e?s|e)?$`,
  "u",
);
/** `Erstelle einen Brief`, `Bestellen Sie`; `Stelle` itself is generic. */
const callsToPut = new RegExp(`^(?:${offices.verbPrefixes.join("|")})stelle?n?$`, "u");
const plural = /(?:e?n|e?s|e)$/u;

const isOffice = wordProperty(({ text }): boolean => {
  if (text.length < 6 || text.length > 60) return false;
  const folded = foldWord(text);
  if (!ending.test(folded) || callsToPut.test(folded)) return false;
  return ![folded, folded.replace(plural, "")].some(
    (word) => generic.has(word) || isOtherWord(word),
  );
});

/** `Baustelle`, `Großbaustelle`; short words only as they are: a `Standesamt` is no `Samt`. */
function isOtherWord(word: string): boolean {
  return never.has(word) || longNever.some((other) => word.endsWith(other));
}

/** Shortest beginning that tells one office from another: `Bürger` in `Bürgeramt`, `Bürgerbüro`. */
const shortestHead = 4;

const namedBy = rememberObject((source: Source) => wordFlag((word) => isNamed(word, source)));

function isNamed(word: Word, source: Source): boolean {
  const { text } = word;
  if (sharesKey(keysOf(word), source.keys)) return true;
  if (isHyphened(text, source)) return true;
  const folded = foldWord(text);
  const office = administrative.find((candidate) => folded.includes(candidate, shortestHead));
  if (office === undefined) return false;
  const head = folded.slice(0, folded.lastIndexOf(office));
  if (head.length < shortestHead) return false;
  if ([...source.keys].some((key) => isSister(key, head))) return true;
  return source.pairs.some(([first, second]) => {
    return first === office && (second.startsWith(head) || head.startsWith(second));
  });
}

/** `VHS-Geschäftsstelle` for `Geschäftsstelle der Volkshochschule`, `Kita-Büro` for `Büro der Kita`. */
function isHyphened(text: string, source: Source): boolean {
  const [first = "", second = "", ...rest] = text.split("-");
  if (rest.length > 0 || second.length < shortestHead) return false;
  const office = wordKeys(second);
  return source.pairs.some(([name, owner, written]) => {
    const isOwner =
      written.toLowerCase().startsWith(first.toLowerCase()) || abbreviates(first, written);
    return isOwner && (office.has(name) || office.has(owner) || sharesKey(office, wordKeys(name)));
  });
}

/** The letters of `VHS` stand in `Volkshochschule` in this order. */
function abbreviates(short: string, word: string): boolean {
  if (short.length < 2 || short.length > 6 || short !== short.toUpperCase()) return false;
  if (short.charAt(0) !== word.charAt(0)) return false;
  let at = 0;
  for (const letter of word.toUpperCase()) if (letter === short.charAt(at)) at += 1;
  return at === short.length;
}

/** Another administrative office with the same beginning. */
function isSister(key: string, head: string): boolean {
  return key.startsWith(head) && administrative.includes(key.slice(head.length));
}
