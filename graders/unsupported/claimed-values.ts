import type { Content, ContentItem } from "../text/content-items.ts";
import { remember } from "../text/remember.ts";
import { rememberObject } from "../text/remember-object.ts";
import type { Value } from "../text/value.ts";
import {
  canFollow,
  derivations,
  DerivedValues,
  mostOperands,
  type Derivation,
} from "./derived-values.ts";
import { isJudged } from "./judged-values.ts";
import { isGiven, isOneOf, type Source } from "./source-values.ts";
import { hasWrongWeekday } from "./weekday.ts";

/** A value of the answer, and whether it is given or follows from what is. */
export interface ClaimedValue {
  readonly start: number;
  readonly end: number;
  readonly isGiven: boolean;
}

/** A value that is a statement of the answer. */
interface Claim {
  readonly item: ContentItem;
  readonly value: Value;
  readonly at: number;
  readonly isGiven: boolean;
}

/** The values that an answer states; `derive` is what may follow from the source without being shown. */
export function judgeValues(
  content: Content,
  source: Source,
  derive: readonly Derivation[],
): ClaimedValue[] {
  const claims = claimsOf(content, source);
  // Reckoned only for an answer that has a value which is not given and could follow.
  const follows = claims.some(({ isGiven: isKnown, value }) => !isKnown && canFollow(value))
    ? derivedFrom(claims, fromSource(source)(derive.join(" ")))
    : undefined;
  return claims.map((claim) => {
    const { item, at } = claim;
    const isKnown =
      claim.isGiven ||
      follows?.(claim.value) === true ||
      isOneOf(source, item, content.items[at + 1]);
    const { start, end } = item;
    return { start, end, isGiven: isKnown && !hasWrongWeekday(content.items, at, source) };
  });
}

function claimsOf(content: Content, source: Source): Claim[] {
  const claims: Claim[] = [];
  const { items } = content;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item?.value === undefined || !isJudged(content, at, item.value)) continue;
    const { value } = item;
    claims.push({ item, value, at, isGiven: isGiven(source, item, value) });
  }
  return claims;
}

/** What follows from what is shown, and from that in turn: `12 Monate`, then `12 × 180 Euro`. */
function derivedFrom(claims: readonly Claim[], given: DerivedValues): (value: Value) => boolean {
  const shown = operandsOf(claims, ({ isGiven: isKnown }) => isKnown);
  const first = new DerivedValues(shown, derivations);
  const next = operandsOf(claims, ({ value }) => first.has(value));
  const second =
    next.length === 0 ? undefined : new DerivedValues([...shown, ...next], derivations);
  return (value) => first.has(value) || second?.has(value) === true || given.has(value);
}

/** What follows from the source alone in the named ways; the same for every answer to a case. */
const fromSource = rememberObject(({ values }: Source) =>
  remember((names) => {
    const ways = names.split(" ");
    return new DerivedValues(
      values,
      derivations.filter((way) => ways.includes(way)),
    );
  }),
);

/** Distinct values of claims, as many as are reckoned with. */
function operandsOf(claims: readonly Claim[], isWanted: (claim: Claim) => boolean): Value[] {
  const values: Value[] = [];
  for (const claim of claims) {
    if (values.length >= mostOperands) break;
    if (isWanted(claim) && !hasSame(values, claim.value)) values.push(claim.value);
  }
  return values;
}

function hasSame(values: readonly Value[], { kind, canonical }: Value): boolean {
  for (const value of values) {
    if (value.kind === kind && value.canonical === canonical) return true;
  }
  return false;
}
