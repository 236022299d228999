import { findForms, type DigitForm } from "./digit-form.ts";
import type { Span } from "./finding.ts";
import type { Reading } from "./reading.ts";

/** Finds times of day („8 bis 12 Uhr“, „8:00-12:30“), which often stand behind a phone number. */
export function findClockTimes(reading: Reading): Span[] {
  return findForms(reading, clockForm).map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

const clock = String.raw`\d{1,2}(?:[.:]\d{2})?`;
const exact = String.raw`\d{1,2}[.:]\d{2}`;
export const clockForm: DigitForm = {
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d]|\d[.:,/-])(?:${clock}(?: ?(?:-|bis|und) ?${clock})? ?Uhr|${exact} ?(?:-|bis) ?${exact})(?![\p{L}\d]|[.:/-]\d)`,
    "uy",
  ),
  reach: 0,
  fits: (_text, { start, end }) => end - start < 3,
};
