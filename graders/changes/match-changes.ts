import { readContent, type Content, type ContentItem } from "../text/content-items.ts";
import { sharesKey } from "../text/inflection.ts";
import { exactValue } from "../text/values-same.ts";
import type { Claim } from "./claims.ts";
import words from "./words.json" with { type: "json" };

/** A change as authored. */
export interface ExpectedChange {
  readonly old: string;
  readonly new: string;
  readonly meaning?: boolean | undefined;
}

/** A claim that names an expected change. */
export interface ChangeMatch {
  readonly change: number;
  readonly claim: number;
  /** The claim says of the other kind; then the change is not recognised. */
  readonly isMisjudged: boolean;
}

/** Share of the changed words that a claim has to name; changed values it has to name all. */
const wordShare = 0.5;

/**
 * Which claims name which changes. A claim names a change when it holds what is new in it (all
 * values, half of the words); a deletion when it holds what is gone, with a word for it. A claim
 * that swaps old and new names nothing.
 */
export function matchChanges(
  answer: string,
  claims: readonly Claim[],
  changes: readonly ExpectedChange[],
): ChangeMatch[] {
  const content = readContent(answer);
  const grouped = itemsByClaim(content, claims);
  return changes.flatMap((change, number) => {
    const signature = signatureOf(change);
    return claims.flatMap((claim, at) => {
      const items = grouped[at] ?? [];
      if (!names(items, signature) || isSwapped(answer, items, signature)) return [];
      const said = claim.kind === undefined ? undefined : claim.kind === "meaning";
      const isMisjudged =
        said !== undefined && change.meaning !== undefined && said !== change.meaning;
      return [{ change: number, claim: at, isMisjudged }];
    });
  });
}

function itemsByClaim(content: Content, claims: readonly Claim[]): ContentItem[][] {
  let at = 0;
  return claims.map(({ start, end }) => {
    while ((content.items[at]?.start ?? Infinity) < start) at += 1;
    const from = at;
    while ((content.items[at]?.start ?? Infinity) < end) at += 1;
    return content.items.slice(from, at);
  });
}

/** What tells the two versions of a passage apart. */
interface Signature {
  readonly added: readonly ContentItem[];
  readonly gone: readonly ContentItem[];
}

function signatureOf(change: ExpectedChange): Signature {
  const before = carrying(change.old.normalize("NFC"));
  const after = carrying(change.new.normalize("NFC"));
  return { added: without(after, before), gone: without(before, after) };
}

function without(items: readonly ContentItem[], others: readonly ContentItem[]): ContentItem[] {
  return items.filter((item) => !others.some((other) => isSame(item, other)));
}

/** Content words and values; small words only where there is nothing else. */
function carrying(text: string): ContentItem[] {
  const { items } = readContent(text);
  const content = items.filter((item) => !item.isFunction);
  return content.length > 0 ? content : [...items];
}

const deletionWords = new Set(words.deletion);

function names(items: readonly ContentItem[], { added, gone }: Signature): boolean {
  if (added.length > 0) return holds(items, added);
  if (gone.length === 0 || !holds(items, gone)) return false;
  return items.some(({ lower }) => deletionWords.has(lower));
}

function holds(items: readonly ContentItem[], wanted: readonly ContentItem[]): boolean {
  const found = (one: ContentItem): boolean => items.some((item) => isSame(one, item));
  const values = wanted.filter(({ value }) => value !== undefined);
  const plain = wanted.filter(({ value }) => value === undefined);
  if (!values.every(found)) return false;
  // One word may be said otherwise where values already tell the change.
  const needed = values.length > 0 && plain.length === 1 ? 0 : plain.length * wordShare;
  return plain.filter(found).length >= needed;
}

function isSame(wanted: ContentItem, found: ContentItem): boolean {
  if (wanted.value !== undefined) {
    return found.value !== undefined && exactValue(wanted.value, found.value);
  }
  return found.value === undefined && sharesKey(wanted.keys, found.keys);
}

const formerly = new RegExp(`(?<!\\p{L})(?:${words.formerly.join("|")})(?!\\p{L})`, "iu");

/** `ein Monat → zwei Wochen` for a change to a month; a word such as `statt` turns the order. */
function isSwapped(answer: string, items: readonly ContentItem[], signature: Signature): boolean {
  const [old, fresh] = [signature.gone, signature.added].map((wanted) => {
    const values = wanted.filter(({ value }) => value !== undefined);
    return items.find((item) => values.some((value) => isSame(value, item)));
  });
  if (old === undefined || fresh === undefined) return false;
  const isOldFirst = old.start < fresh.start;
  const [first, second] = isOldFirst ? [old, fresh] : [fresh, old];
  const turns =
    /\(\s*$/u.test(answer.slice(first.end, second.start)) ||
    formerly.test(answer.slice(first.end, second.start));
  return isOldFirst === turns;
}
