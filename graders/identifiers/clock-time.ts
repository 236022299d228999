import type { Span } from "./finding.ts";
import type { Reading } from "./reading.ts";

/** Finds times of day („8 bis 12 Uhr“, „8:00-12:30“), which often stand behind a phone number. */
export function findClockTimes(reading: Reading): Span[] {
  return Array.from(reading.text.matchAll(form), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

const clock = String.raw`\d{1,2}(?:[.:]\d{2})?`;
const exact = String.raw`\d{1,2}[.:]\d{2}`;
const form = new RegExp(
  String.raw`(?=\d)(?<![\p{L}\d]|\d[.:,/-])(?:${clock}(?: ?(?:-|bis|und) ?${clock})? ?Uhr|${exact} ?(?:-|bis) ?${exact})(?![\p{L}\d]|[.:/-]\d)`,
  "gu",
);
