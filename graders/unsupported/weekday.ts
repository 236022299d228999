import type { ContentItem } from "../text/content-items.ts";
import type { Value } from "../text/value.ts";
import { yearOf } from "../text/values-same.ts";
import type { Source } from "./source-values.ts";

const weekdays: ReadonlyMap<string, number> = new Map(
  ["sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag"].map(
    (name, day) => [name, day],
  ),
);

/**
 * `Mittwoch, 12. Juni 2026` where the 12th is a Friday: a day of the week that the calendar denies
 * and that the source does not name either.
 */
export function hasWrongWeekday(
  items: readonly ContentItem[],
  at: number,
  source: Source,
): boolean {
  const value = items[at]?.value;
  if (value === undefined || yearOf(value) === undefined || value.kind !== "date") return false;
  const before = items[at - 1];
  const named = /^de[nmr]$/u.test(before?.lower ?? "") ? items[at - 2] : before;
  const weekday = weekdays.get(named?.lower ?? "");
  if (weekday === undefined || named?.sentence !== items[at]?.sentence) return false;
  return weekday !== weekdayOf(value) && !source.words.has(named?.lower ?? "");
}

function weekdayOf({ canonical }: Value): number {
  return new Date(`${canonical}T00:00:00Z`).getUTCDay();
}
