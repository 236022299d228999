import type { Value } from "../text/value.ts";
import { mayHold, noteTraces, tracesOf } from "./letter-traces.ts";
import type { PlantedValue } from "./planted-value.ts";
import type { SearchedText } from "./searched-text.ts";

/**
 * What tells soon which of several planted values a text may hold: numbers side by side, for most texts hold
 * none, and to open every value only to see that takes longer than to look. Four numbers for every way in which
 * a value may stand there, in the order of the values: which value it is, and three traces that its letters
 * leave, or one of the signs below and what belongs to it.
 */
export type SoughtValues = Int32Array;

/** Numbers of one way. */
const width = 4;
/** Instead of the first trace: in any text; with an identifier; with a value of this trait, or any for -1. */
const inAny = -1;
const withIdentifier = -2;
const withValue = -3;

/** Prepares values that are looked for together. */
export function soughtValues(planted: readonly PlantedValue[]): SoughtValues {
  return Int32Array.from(
    planted.flatMap((one, number) => waysOf(one).flatMap((way) => [number, ...way])),
  );
}

/** Numbers of the values that the text may hold, in order; a few of them it does not hold. */
export function heldValues(text: SearchedText, sought: SoughtValues): readonly number[] {
  if (sought.length === 0) return nothing;
  noteTraces(text.compact.text);
  let held: number[] | undefined;
  let last = -1;
  for (let at = 0; at < sought.length; at += width) {
    const number = sought[at] ?? 0;
    if (number === last || !mayStand(text, sought, at)) continue;
    last = number;
    (held ??= []).push(number);
  }
  return held ?? nothing;
}

const nothing: readonly number[] = [];

function mayStand(text: SearchedText, sought: SoughtValues, at: number): boolean {
  const first = sought[at + 1] ?? 0;
  if (first >= 0) {
    return mayHold(first) && mayHold(sought[at + 2] ?? 0) && mayHold(sought[at + 3] ?? 0);
  }
  if (first === withIdentifier) return text.findings.length > 0;
  return first === inAny || hasTrait(text.values, sought[at + 2] ?? 0);
}

function hasTrait(values: readonly Value[], trait: number): boolean {
  for (const found of values) if (trait === anyTrait || traitOf(found) === trait) return true;
  return false;
}

type Way = readonly [number, number, number];

function waysOf({ groups, keys, phrase, surname }: PlantedValue): Way[] {
  const ways = groups.map(({ core }) => wayOf([core.compact]));
  if (keys.size > 0) ways.push([withIdentifier, 0, 0]);
  if (phrase !== undefined) {
    const { value, stems } = phrase;
    ways.push(value === undefined ? wayOf(stems) : [withValue, traitOf(value), 0]);
  }
  if (surname !== undefined) ways.push(wayOf([surname.compact]));
  return ways;
}

/** Parts that all stand in the text; short ones leave no trace. */
function wayOf(parts: readonly string[]): Way {
  const traces = parts.flatMap(tracesOf);
  const [first = inAny, last = 0] = [traces[0], traces.at(-1)];
  return [first, traces[traces.length >> 1] ?? 0, last];
}

const anyTrait = -1;
/** Traits of amounts are higher than any day is. */
const leastAmount = 2000;

/** A number that is the same for two values of one kind when one is as exact as the other. */
function traitOf({ kind, day, amount }: Value): number {
  if (kind === "date") return day;
  const isCounted = kind === "money" || kind === "duration" || kind === "quantity";
  return isCounted && Number.isFinite(amount)
    ? leastAmount + (Math.abs(Math.round(amount * 100)) % 2 ** 28)
    : anyTrait;
}
