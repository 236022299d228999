import { oneOf } from "../text/character-kinds.ts";
import { readContent, type Content, type ContentItem } from "../text/content-items.ts";
import type { Claim } from "./claims.ts";
import { saidOld } from "./direction.ts";
import {
  changedItems,
  isSame,
  signaturesOf,
  type ChangedItems,
  type ExpectedChange,
  type Signature,
} from "./signature.ts";
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
  const grouped = itemsByClaim(readContent(answer), claims);
  const matches: ChangeMatch[] = [];
  for (const [number, change] of changes.entries()) {
    const signatures = signaturesOf(change);
    for (const [at, items] of grouped.entries()) {
      if (!signatures.some((one) => names(items, one) && !isSwapped(answer, items, one))) continue;
      const isMisjudged = saysOtherKind(claims[at]?.kind, change);
      matches.push({ change: number, claim: at, isMisjudged });
    }
  }
  return matches;
}

function saysOtherKind(kind: Claim["kind"], { meaning }: ExpectedChange): boolean {
  return kind !== undefined && meaning !== undefined && (kind === "meaning") !== meaning;
}

/** What a claim says, values and words apart, for one is never the other. */
interface ClaimItems extends ChangedItems {
  readonly all: readonly ContentItem[];
}

function itemsByClaim(content: Content, claims: readonly Claim[]): ClaimItems[] {
  let at = 0;
  return claims.map(({ start, end }) => {
    while ((content.items[at]?.start ?? Infinity) < start) at += 1;
    const from = at;
    while ((content.items[at]?.start ?? Infinity) < end) at += 1;
    const all = content.items.slice(from, at);
    const { values, words: named } = changedItems(all);
    return { all, values, words: named };
  });
}

const deletionWords = new Set(words.deletion);
const reorderWords = new Set(words.reordered);

function names(claim: ClaimItems, signature: Signature): boolean {
  const { added, gone, shared, isReordered } = signature;
  if (!holds(claim, shared)) return false;
  if (isReordered) return hasWord(claim, reorderWords);
  if (added.values.length + added.words.length > 0) return holds(claim, added);
  const hasGone = gone.values.length + gone.words.length > 0;
  return hasGone && holds(claim, gone) && hasWord(claim, deletionWords);
}

function hasWord({ all }: ClaimItems, list: ReadonlySet<string>): boolean {
  for (const { lower } of all) if (list.has(lower)) return true;
  return false;
}

function holds(claim: ClaimItems, wanted: ChangedItems): boolean {
  for (const one of wanted.values) if (!hasSame(claim.values, one)) return false;
  // One word may be said otherwise where values already tell the change.
  const count = wanted.words.length;
  const needed = wanted.values.length > 0 && count === 1 ? 0 : count * wordShare;
  let found = 0;
  for (const one of wanted.words) {
    if (found >= needed) return true;
    if (hasSame(claim.words, one)) found += 1;
  }
  return found >= needed;
}

function hasSame(items: readonly ContentItem[], wanted: ContentItem): boolean {
  for (const item of items) if (isSame(wanted, item)) return true;
  return false;
}

/**
 * Old and new values the wrong way round; by their order if nothing says which is which. Words come
 * in any order, so that they are only swapped where the claim says so.
 */
function isSwapped(answer: string, claim: ClaimItems, signature: Signature): boolean {
  const from = claim.all[0]?.start ?? 0;
  for (const kind of ["values", "words"] as const) {
    const old = pick(answer, claim[kind], signature.gone[kind]);
    const fresh = old && pick(answer, claim[kind], signature.added[kind]);
    if (old === undefined || fresh === undefined || old === fresh) continue;
    const said = saidOld({ answer, from, old, fresh });
    if (said !== undefined) return said === "fresh";
    if (kind === "values") return old.start > fresh.start;
  }
  return false;
}

/** The first item of a claim that is wanted, one behind a quotation mark before others. */
function pick(
  answer: string,
  items: readonly ContentItem[],
  wanted: readonly ContentItem[],
): ContentItem | undefined {
  let first: ContentItem | undefined;
  for (const item of items) {
    if (!isWanted(item, wanted)) continue;
    if (isQuotationMark(answer, item.start - 1)) return item;
    first ??= item;
  }
  return first;
}

function isWanted(item: ContentItem, wanted: readonly ContentItem[]): boolean {
  for (const part of wanted) if (isSame(part, item)) return true;
  return false;
}

const isQuotationMark = oneOf("\"„»‚'`");
