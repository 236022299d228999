import type { Content, ContentItem } from "../text/content-items.ts";
import { remember } from "../text/remember.ts";
import { rememberObject } from "../text/remember-object.ts";
import type { Value } from "../text/value.ts";
import { derivations, DerivedValues, type Derivation } from "./derived-values.ts";
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
  // Reckoned only for an answer that has a value which is not given.
  const follows = claims.every(({ isGiven: isKnown }) => isKnown)
    ? undefined
    : derivedFrom(claims, fromSource(source)(derive.join(" ")));
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

/** What is the same is looked for in the source but once. */
function claimsOf(content: Content, source: Source): Claim[] {
  const claims: Claim[] = [];
  const { items } = content;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item?.value === undefined || !isJudged(content, at, item.value)) continue;
    const { value } = item;
    const same = sameClaim(claims, item, value);
    claims.push({ item, value, at, isGiven: same?.isGiven ?? isGiven(source, item, value) });
  }
  return claims;
}

function sameClaim(claims: readonly Claim[], item: ContentItem, value: Value): Claim | undefined {
  for (const claim of claims) if (isSameClaim(claim, item, value)) return claim;
  return undefined;
}

/** Numbers and codes are compared by their digits too. */
function isSameClaim(claim: Claim, item: ContentItem, value: Value): boolean {
  if (claim.value.kind !== value.kind) return false;
  const isDigits = value.kind === "number" || value.kind === "digit-code";
  if (isDigits) return claim.item.text === item.text;
  return claim.value.canonical === value.canonical;
}

/** What follows from what is shown, and from that in turn: `12 Monate`, then `12 × 180 Euro`. */
function derivedFrom(claims: readonly Claim[], given: DerivedValues): (value: Value) => boolean {
  const shown = distinctValues(claims.filter(({ isGiven: isKnown }) => isKnown));
  const first = new DerivedValues(shown, derivations);
  const next = distinctValues(claims.filter(({ value }) => first.has(value)));
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

function distinctValues(claims: readonly Claim[]): Value[] {
  const values: Value[] = [];
  for (const { value } of claims) if (!hasSame(values, value)) values.push(value);
  return values;
}

function hasSame(values: readonly Value[], { kind, canonical }: Value): boolean {
  for (const value of values) {
    if (value.kind === kind && value.canonical === canonical) return true;
  }
  return false;
}
