import { readContent, type ContentItem } from "../text/content-items.ts";
import { belongTogether } from "../text/inflection.ts";
import { rememberObject } from "../text/remember-object.ts";
import { exactValue } from "../text/values-same.ts";

/** A change as authored. */
export interface ExpectedChange {
  readonly old: string;
  readonly new: string;
  readonly meaning?: boolean | undefined;
}

/** What tells the two versions of a passage apart. */
export interface Signature {
  readonly added: ChangedItems;
  readonly gone: ChangedItems;
  /** What both versions hold; only asked for where they differ in small words alone. */
  readonly shared: ChangedItems;
  /** Both hold the same words in another order. */
  readonly isReordered: boolean;
}

/** Items of a passage; a value is compared with values only, a word with words. */
export interface ChangedItems {
  readonly values: readonly ContentItem[];
  readonly words: readonly ContentItem[];
}

export function changedItems(items: readonly ContentItem[]): ChangedItems {
  const values: ContentItem[] = [];
  const words: ContentItem[] = [];
  for (const item of items) (item.value === undefined ? words : values).push(item);
  return { values, words };
}

/** One signature for each way in which the versions are authored (` / ` between equivalents). */
export const signaturesOf = rememberObject((change: ExpectedChange): readonly Signature[] => {
  const [olds, news] = [change.old, change.new].map((text) =>
    text
      .normalize("NFC")
      .split(/\s+\/\s+/u)
      .map((one) => one.trim()),
  );
  return (news ?? []).flatMap((fresh) => (olds ?? []).map((old) => signatureOf(old, fresh)));
});

function signatureOf(old: string, fresh: string): Signature {
  const [before, after] = [carrying(old), carrying(fresh)];
  const [added, gone] = [without(after, before, isSame), without(before, after, isSame)];
  if (added.length + gone.length > 0) {
    return signatureFrom({ added, gone, shared: [], isReordered: false });
  }
  const [all, allNew] = [readContent(old).items, readContent(fresh).items];
  const smallAdded = without(allNew, all, isSpelledSame);
  const smallGone = without(all, allNew, isSpelledSame);
  const isReordered = smallAdded.length + smallGone.length === 0 && old !== fresh;
  return signatureFrom({ added: smallAdded, gone: smallGone, shared: after, isReordered });
}

function signatureFrom(parts: {
  readonly added: readonly ContentItem[];
  readonly gone: readonly ContentItem[];
  readonly shared: readonly ContentItem[];
  readonly isReordered: boolean;
}): Signature {
  const { added, gone, shared, isReordered } = parts;
  return {
    added: changedItems(added),
    gone: changedItems(gone),
    shared: changedItems(shared),
    isReordered,
  };
}

type Comparison = (a: ContentItem, b: ContentItem) => boolean;

function without(
  items: readonly ContentItem[],
  others: readonly ContentItem[],
  same: Comparison,
): ContentItem[] {
  return items.filter((item) => !others.some((other) => same(item, other)));
}

/** Content words and values; small words only where there is nothing else. */
function carrying(text: string): ContentItem[] {
  const { items } = readContent(text);
  const content = items.filter((item) => !item.isFunction);
  return content.length > 0 ? content : [...items];
}

/** The same word in any form, or the same value. */
export function isSame(wanted: ContentItem, found: ContentItem): boolean {
  if (wanted.value !== undefined) {
    return found.value !== undefined && exactValue(wanted.value, found.value);
  }
  return found.value === undefined && belongTogether(wanted.word, found.word);
}

function isSpelledSame(wanted: ContentItem, found: ContentItem): boolean {
  return wanted.value === undefined ? wanted.lower === found.lower : isSame(wanted, found);
}
