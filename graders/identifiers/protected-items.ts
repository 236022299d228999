import { composedText } from "../../core/composed-text.ts";
import { rememberObject } from "../text/remember-object.ts";
import type { Finding, Span } from "./finding.ts";
import { readPersonName } from "./person-name.ts";
import { findPrepared, plantedValue, type PlantedValue } from "./planted-value.ts";
import { findLiteral, needleOf, searchedText, type SearchedText } from "./searched-text.ts";
import { heldValues, soughtValues, type SoughtValues } from "./sought-values.ts";

/** Which values of a case are protected and which identifiers may be named; `case.expected` fits. */
export interface ProtectionList {
  readonly protected?: readonly string[] | undefined;
  readonly allowed?: readonly string[] | undefined;
}

/** One value that stands in a text, however often. */
export interface ProtectedItem {
  /** The planted value as authored, or the identifier as it stands in the text. */
  readonly label: string;
  /** `planted`, or the finding of a recogniser. */
  readonly origin: "planted" | Finding;
  readonly spans: readonly Span[];
}

/**
 * Number of protected items in a text: distinct planted values plus distinct identifiers that
 * count, are not allowed and are not planted (design: data hygiene, exposure).
 *
 * @example
 * countProtectedItems("Elif Aydin, IBAN DE89370400440532013000", { protected: ["Elif Aydin"] }); // 2
 */
export function countProtectedItems(text: string, list: ProtectionList): number {
  const items = findProtectedItems(searchedText(composedText(text).text), list);
  return items.filter(({ origin }) => origin === "planted" || origin.counts).length;
}

/**
 * The items themselves, planted ones first; also hints (`origin.counts` false). An allowed entry
 * frees every identifier in it, in any spelling, and the surname that it names; a planted value
 * stays protected whatever is allowed.
 */
export function findProtectedItems(text: SearchedText, list: ProtectionList): ProtectedItem[] {
  const prepared = preparedList(list);
  const planted = findPlantedItems(text, prepared);
  if (text.findings.length === 0) return planted;
  const isPlanted = coverage(text.original.length, planted);
  const isAllowed = allowedLookup(prepared);
  const recognised = new Map<string, RecognisedItem>();
  for (const [at, found] of text.findings.entries()) {
    const label = text.original.slice(found.start, found.end);
    const key = text.keys[at] ?? "";
    if (isPlanted(found) || isAllowed(key, label)) continue;
    const known = recognised.get(key) ?? { label, origin: found, spans: [] };
    known.spans.push({ start: found.start, end: found.end });
    if (found.counts && !known.origin.counts) known.origin = found;
    recognised.set(key, known);
  }
  return [...planted, ...recognised.values()];
}

/** What every text that is held against a list needs of it. */
interface PreparedList {
  readonly planted: readonly PlantedLabel[];
  readonly sought: SoughtValues;
  readonly allowed: readonly SearchedText[];
  /** Keys of the identifiers that may be named. */
  readonly keys: ReadonlySet<string>;
}

interface PlantedLabel {
  readonly label: string;
  readonly value: PlantedValue;
  /** False when an allowed entry names the surname. */
  readonly surnameAlone: boolean;
}

const preparedList = rememberObject((list: ProtectionList): PreparedList => {
  const allowed = (list.allowed ?? []).map(allowedEntry);
  const labels = new Set((list.protected ?? []).map((value) => value.normalize("NFC").trim()));
  const planted = Array.from(labels, (label): PlantedLabel => {
    const surnameAlone = !allowsSurname(allowed, label);
    return { label, value: plantedValue(label), surnameAlone };
  });
  return {
    planted,
    sought: soughtValues(planted.map(({ value }) => value)),
    allowed,
    keys: new Set(allowed.flatMap(({ keys }) => keys)),
  };
});

interface RecognisedItem {
  readonly label: string;
  origin: Finding;
  readonly spans: Span[];
}

function findPlantedItems(text: SearchedText, { planted, sought }: PreparedList): ProtectedItem[] {
  const items: ProtectedItem[] = [];
  for (const number of heldValues(text, sought)) {
    const one = planted[number];
    if (one === undefined) continue;
    const { label, value, surnameAlone } = one;
    const spans = findPrepared(text, value, { surnameAlone });
    if (spans.length > 0) items.push({ label, origin: "planted", spans });
  }
  return items;
}

/** The surname of a planted person is public when an allowed entry names it. */
function allowsSurname(allowed: readonly SearchedText[], value: string): boolean {
  const person = readPersonName(value);
  if (person === undefined) return false;
  const surname = needleOf(person.surname);
  return allowed.some((entry) => findLiteral(entry, surname).length > 0);
}

/** Remembers its answers: a text may hold the same identifier thousands of times. */
function allowedLookup({ allowed, keys }: PreparedList): (key: string, label: string) => boolean {
  const known = new Map<string, boolean>();
  return (key, label) => {
    if (keys.has(key)) return true;
    const before = known.get(label);
    if (before !== undefined) return before;
    const needle = needleOf(label);
    const answer = allowed.some((entry) => findLiteral(entry, needle).length > 0);
    known.set(label, answer);
    return answer;
  };
}

/** True for a span of which planted values cover more than half. */
function coverage(length: number, items: readonly ProtectedItem[]): (span: Span) => boolean {
  if (items.length === 0) return () => false;
  const covered = new Uint8Array(length);
  for (const { spans } of items) for (const { start, end } of spans) covered.fill(1, start, end);
  return ({ start, end }) => {
    let inside = 0;
    for (let at = start; at < end; at += 1) inside += covered[at] ?? 0;
    return 2 * inside > end - start;
  };
}

/** Cases are graded again and again. A cleared cache costs time, never a different answer. */
const allowedEntries = new Map<string, SearchedText>();
const largestCache = 2000;

function allowedEntry(entry: string): SearchedText {
  const known = allowedEntries.get(entry);
  if (known !== undefined) return known;
  const searched = searchedText(entry.normalize("NFC"));
  if (allowedEntries.size >= largestCache) allowedEntries.clear();
  allowedEntries.set(entry, searched);
  return searched;
}
