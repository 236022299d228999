import { readContent, type Content, type ContentItem } from "../text/content-items.ts";
import type { Claim } from "./claims.ts";
import { saidOld } from "./direction.ts";
import { isSame, signaturesOf, type ExpectedChange, type Signature } from "./signature.ts";
import words from "./words.json" with { type: "json" };

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
    const signatures = signaturesOf(change);
    return claims.flatMap((claim, at) => {
      const items = grouped[at] ?? [];
      const isNamed = signatures.some(
        (signature) => names(items, signature) && !isSwapped(answer, items, signature),
      );
      if (!isNamed) return [];
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

const deletionWords = new Set(words.deletion);
const reorderWords = new Set(words.reordered);

function names(items: readonly ContentItem[], signature: Signature): boolean {
  const { added, gone, shared, isReordered } = signature;
  const has = (list: ReadonlySet<string>): boolean => items.some(({ lower }) => list.has(lower));
  if (!holds(items, shared)) return false;
  if (isReordered) return has(reorderWords);
  if (added.length > 0) return holds(items, added);
  return gone.length > 0 && holds(items, gone) && has(deletionWords);
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

/**
 * Old and new values the wrong way round; by their order if nothing says which is which. Words come
 * in any order, so that they are only swapped where the claim says so.
 */
function isSwapped(answer: string, items: readonly ContentItem[], signature: Signature): boolean {
  const pick = (values: boolean): (ContentItem | undefined)[] =>
    [signature.gone, signature.added].map((wanted) => {
      const parts = wanted.filter(({ value }) => (value !== undefined) === values);
      const found = items.filter((item) => parts.some((part) => isSame(part, item)));
      return found.find(({ start }) => /["„»‚'`]/u.test(answer.charAt(start - 1))) ?? found[0];
    });
  const from = items[0]?.start ?? 0;
  for (const values of [true, false]) {
    const [old, fresh] = pick(values);
    if (old === undefined || fresh === undefined || old === fresh) continue;
    const said = saidOld({ answer, from, old, fresh });
    if (said !== undefined) return said === "fresh";
    if (values) return old.start > fresh.start;
  }
  return false;
}
