import { readContent, type Content, type ContentItem } from "../text/content-items.ts";
import { isNoun } from "../text/clauses.ts";
import { deniedItems } from "../text/negation.ts";
import type { Value } from "../text/value.ts";
import { countWords } from "../text/words.ts";
import type { MaskedText } from "./mask-names.ts";
import { outcomesOf, type Outcome } from "./outcomes.ts";
import words from "./words.json" with { type: "json" };

/** What an answer decides, as far as it shows. */
export type Decision = "granted" | "refused" | "both" | "none";

/** Everything in which two answers are compared. */
export interface Profile {
  /** Distinct content words without names. */
  readonly words: readonly ContentItem[];
  readonly keys: ReadonlySet<string>;
  /** Distinct values; the numbers of a list are none. */
  readonly values: readonly ValueItem[];
  /** Number of words. */
  readonly length: number;
  /** Number of words per tone. */
  readonly tones: readonly number[];
  readonly decision: Decision;
  readonly decisionPlaces: readonly ContentItem[];
  readonly outcomes: readonly Outcome[];
  readonly address: Address;
}

/** A value and where it stands. */
export interface ValueItem extends ContentItem {
  readonly value: Value;
}

/** How a person is spoken to. */
export interface Address {
  /** Kind of the opening salutation; empty without one. */
  readonly salutation: string;
  readonly pronoun: "Sie" | "du" | "";
  /** Is the name in the salutation led by Frau or Herr? */
  readonly honorific: boolean;
}

export function profileOf({ masked }: MaskedText): Profile {
  const content = readContent(masked);
  const honorifics = new Set(words.honorifics);
  const carrying = content.items.filter(
    (item) => item.value === undefined && !item.isFunction && !honorifics.has(item.lower),
  );
  const distinct = [...new Map(carrying.map((item) => [item.lower, item])).values()];
  return {
    words: distinct,
    keys: new Set(distinct.flatMap(({ keys }) => [...keys])),
    values: valuesOf(content),
    length: countWords(masked),
    tones: tonesOf(content),
    ...decisionOf(content),
    address: addressOf(masked, content),
  };
}

/** Bounds the comparison of two long answers. */
const mostValues = 2000;

function valuesOf({ items, text }: Content): ValueItem[] {
  const values = new Map<string, ValueItem>();
  for (const item of items) {
    if (!hasValue(item) || isListNumber(text, item)) continue;
    const key = `${item.value.kind} ${item.value.canonical}`;
    if (!values.has(key)) values.set(key, item);
  }
  return [...values.values()].slice(0, mostValues);
}

function hasValue(item: ContentItem): item is ValueItem {
  return item.value !== undefined;
}

/** `2` in `2. Pass` at the start of a line. */
function isListNumber(text: string, { value, start, end }: ContentItem): boolean {
  if (value?.kind !== "number" || !/^[.)]\s/u.test(text.slice(end, end + 2))) return false;
  return /(?:^|\n)[ \t>*_]{0,8}$/u.test(text.slice(Math.max(0, start - 9), start));
}

const tones = Object.values(words.tones).map((list) => new Set(list));

function tonesOf({ items }: Content): number[] {
  return tones.map((tone) => items.filter(({ lower }) => tone.has(lower)).length);
}

/** Words of granting that are denied refuse, and the other way round. */
function decisionOf(content: Content): Pick<Profile, "decision" | "decisionPlaces" | "outcomes"> {
  const denied = deniedItems(content);
  const places: ContentItem[] = [];
  let [grants, refuses] = [false, false];
  content.items.forEach((item, at) => {
    const isGranting =
      beginsWith(item.lower, words.granting) || words.grantingWhole.includes(item.lower);
    if (!isGranting && !beginsWith(item.lower, words.refusing)) return;
    if (isNoun(item) && !decides(content, at)) return;
    places.push(item);
    if (isGranting === (denied[at] === true)) refuses = true;
    else grants = true;
  });
  const decision = grants ? (refuses ? "both" : "granted") : refuses ? "refused" : "none";
  return { decision, decisionPlaces: places, outcomes: outcomesOf(content, denied) };
}

/** Words around a noun that are looked at. */
const nounReach = 30;

/** `Die Genehmigung liegt bei`; `für die Genehmigung`, `Sie brauchen die Zustimmung` decide nothing. */
function decides({ items, sentences }: Content, at: number): boolean {
  if (items.slice(Math.max(0, at - 2), at).some(({ lower }) => words.before.includes(lower))) {
    return false;
  }
  const { from = 0, to = 0 } = sentences[items[at]?.sentence ?? 0] ?? {};
  return !items
    .slice(Math.max(from, at - nounReach), Math.min(to, at + nounReach))
    .some((item) => beginsWith(item.lower, words.needing));
}

function beginsWith(word: string, stems: readonly string[]): boolean {
  return stems.some((stem) => word.startsWith(stem));
}

/** Characters at the beginning in which a salutation stands. */
const salutationLength = 200;

function addressOf(masked: string, { items }: Content): Address {
  const opening = masked.slice(0, salutationLength).trimStart().toLowerCase();
  const kinds = Object.entries(words.salutations);
  const [kind = ""] =
    kinds.find(([, starts]) => starts.some((one) => opening.startsWith(one))) ?? [];
  const line = opening.split(/[,\n!]/u)[0] ?? "";
  const formal = countOf(items, words.formal);
  const familiar = countOf(items, words.familiar);
  return {
    salutation: kind,
    pronoun: formal + familiar === 0 ? "" : formal >= familiar ? "Sie" : "du",
    honorific: kind !== "" && /(?:^|\s)(?:frau|herrn?|familie)(?:\s|$)/u.test(line),
  };
}

function countOf(items: readonly ContentItem[], list: readonly string[]): number {
  const wanted = new Set(list);
  return items.filter(({ text }) => wanted.has(text)).length;
}
