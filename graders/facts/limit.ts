import type { ContentItem } from "../text/content-items.ts";
import { readWordGroup } from "../text/phrase-pattern.ts";
import negation from "../text/negation-words.json" with { type: "json" };
import words from "./limit-words.json" with { type: "json" };

/** `mindestens`, `höchstens` or `frühestens`, in whatever words. */
export type Limit = keyof typeof words.limits;

const limits = Object.entries(words.limits).map(([name, limit]) => ({
  name: name as Limit,
  written: new Set(limit.written),
  before: readWordGroup(limit.before),
  behind: new Set(limit.behind),
  denied: new Set(limit.denied),
  capped: limit.capped,
  ahead: { before: new Set(limit.ahead.before), behind: new Set(limit.ahead.behind) },
}));
const denials = new Set([...negation.following, ...negation.phrase]);

/** Words before and behind a value that are looked at. */
const reach = 4;

export function limitOf(word: string): Limit | undefined {
  return limits.find(({ written }) => written.has(word))?.name;
}

/** The limit that a fact sets before its value at `at`. */
export function limitBefore(items: readonly ContentItem[], at: number): Limit | undefined {
  const before = items.slice(Math.max(0, at - 3), at).map(({ lower }) => limitOf(lower));
  return before.findLast((limit) => limit !== undefined);
}

/** Does the text set the limit for the value at `at`: `ab 30 Jahren`, `30 Jahre oder mehr`? */
export function setsLimit(items: readonly ContentItem[], at: number, wanted: Limit): boolean {
  const limit = limits.find(({ name }) => name === wanted);
  const sentence = items[at]?.sentence;
  if (limit === undefined) return false;
  for (let back = at - 1; back >= at - reach && items[back]?.sentence === sentence; back -= 1) {
    const { lower = "", value } = items[back] ?? {};
    if (limit.denied.has(lower) && isDeniedAt(items, back)) return true;
    if (value === undefined && hasWord(limit.before, lower)) return true;
    if (limit.ahead.before.has(lower) && limit.ahead.behind.has(items[at + 1]?.lower ?? ""))
      return true;
    if (value !== undefined && back < at - 1) break;
  }
  for (let next = at + 1; next <= at + reach && items[next]?.sentence === sentence; next += 1) {
    const word = items[next]?.lower ?? "";
    if (limit.behind.has(word)) return true;
    if (limit.capped.some((start) => word.startsWith(start)) && isDeniedAt(items, next))
      return true;
    if (items[next]?.value !== undefined) break;
  }
  return false;
}

/** `nicht vor`, `nicht mehr als`, `niemand zahlt mehr als`. */
export function isDeniedAt(items: readonly ContentItem[], at: number): boolean {
  return items.slice(Math.max(0, at - 3), at).some(({ lower, sentence }) => {
    return denials.has(lower) && sentence === items[at]?.sentence;
  });
}

function hasWord(group: ReturnType<typeof readWordGroup>, word: string): boolean {
  return group.words.has(word) || group.starts.some((start) => word.startsWith(start));
}
