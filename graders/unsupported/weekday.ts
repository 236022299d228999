import type { ContentItem } from "../text/content-items.ts";
import { weekdayOf } from "./calendar.ts";
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
  if (value?.kind !== "date" || value.year === 0 || at < 1) return false;
  const before = items[at - 1];
  const named = articles.has(before?.lower ?? "") ? items[at - 2] : before;
  const weekday = weekdays.get(named?.lower ?? "");
  if (weekday === undefined || named?.sentence !== items[at]?.sentence) return false;
  return weekday !== weekdayOf(value) && !source.words.has(named?.lower ?? "");
}

const articles = new Set(["den", "dem", "der"]);
