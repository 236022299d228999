import type { ContentItem } from "../text/content-items.ts";
import { mostKeys } from "../text/values-keys.ts";
import { exactValue, sameValue } from "../text/values-same.ts";
import { comparisonWith } from "./comparison.ts";
import type { FactPart } from "./fact-part.ts";
import { firstOfClause } from "./left-open.ts";
import { isDeniedAt, setsLimit } from "./limit.ts";
import { occurrence, type Occurrence } from "./occurrence.ts";
import { standsOpposite } from "./preposition.ts";
import type { PreparedAnswer } from "./prepared-answer.ts";
import type { WantedParts } from "./wanted-parts.ts";

/** All places of a part that is a value, in reading order. `exact`: dates with their year. */
export function valuePlaces(
  answer: PreparedAnswer,
  { wanted, part }: { readonly wanted: WantedParts; readonly part: number },
  exact: boolean,
): Occurrence[] {
  const found: Occurrence[] = [];
  const { values, valueKeys } = answer;
  const key = wanted.valueKey(part);
  let keyAt = valueKeys.indexOf(key);
  while (keyAt >= 0) {
    const number = Math.floor(keyAt / mostKeys);
    const place = placeIfSame(answer, wanted.parts[part], { at: values[number] ?? 0, exact });
    if (place !== undefined) found.push(place);
    keyAt = valueKeys.indexOf(key, (number + 1) * mostKeys);
  }
  return found;
}

function placeIfSame(
  answer: PreparedAnswer,
  part: FactPart | undefined,
  { at, exact }: { readonly at: number; readonly exact: boolean },
): Occurrence | undefined {
  const [wanted, value] = [part?.value, answer.content.items[at]?.value];
  if (part === undefined || wanted === undefined || value === undefined) return undefined;
  const isSame = exact ? exactValue(wanted, value) : sameValue(wanted, value);
  return isSame ? placeOf(answer, part, at) : undefined;
}

/** Undefined when what stands around the value makes another one of it. */
function placeOf(answer: PreparedAnswer, part: FactPart, at: number): Occurrence | undefined {
  const { items } = answer.content;
  if (standsOpposite(items, at, part.preposition)) return undefined;
  const isDenied = answer.denied[at] === true;
  const comparison = comparisonWith(items, { at, isDenied }, part.preposition);
  if (comparison === "differs") return undefined;
  if (part.limit !== undefined && !setsLimit(items, at, part.limit)) return undefined;
  const isLifted = isDenied && (comparison === "limits" || isNotBefore(items, at));
  return occurrence(answer, at, { relation: "value", isDenied: isDenied && !isLifted });
}

/** `nicht vor dem 23. November`, `wer nicht bis 31. März zahlt` state the date, as a limit. */
function isNotBefore(items: readonly ContentItem[], at: number): boolean {
  const before = isBefore(items[at - 1]) ? at - 1 : at - 2;
  if (!isBefore(items[before]) || !isDeniedAt(items, before)) return false;
  return items[before]?.lower === "vor" || setsCondition(items, before);
}

function isBefore(item: ContentItem | undefined): boolean {
  return item?.lower === "vor" || item?.lower === "bis";
}

/** The clause begins with `wer`, `wenn` and the like. */
function setsCondition(items: readonly ContentItem[], at: number): boolean {
  return /^(?:wer|wenn|falls|sofern|soweit|sollten?)$/u.test(firstOfClause(items, at));
}
