import { oneOf } from "../text/character-kinds.ts";
import { digitsIn, findPlaces, gapBehind, type DigitForm } from "./digit-form.ts";
import type { Span } from "./finding.ts";
import type { Reading } from "./reading.ts";

/** Finds times of day („8 bis 12 Uhr“, „8:00-12:30“), which often stand behind a phone number. */
export function findClockTimes(reading: Reading): Span[] {
  const spans: Span[] = [];
  const places = findPlaces(reading, clockForm);
  for (let at = 0; at < places.length; at += 2) {
    spans.push({ start: places[at] ?? 0, end: places[at + 1] ?? 0 });
  }
  return spans;
}

const clock = String.raw`\d{1,2}(?:[.:]\d{2})?`;
const exact = String.raw`\d{1,2}[.:]\d{2}`;
export const clockForm: DigitForm = {
  pattern: new RegExp(
    String.raw`(?<![\p{L}\d]|\d[.:,/-])(?:${clock}(?: ?(?:-|bis|und) ?${clock})? ?Uhr|${exact} ?(?:-|bis) ?${exact})(?![\p{L}\d]|[.:/-]\d)`,
    "uy",
  ),
  reach: 0,
  fits: (text, runs, at) => {
    if (digitsIn(runs, at) > 2) return false;
    const end = runs[at + 1] ?? 0;
    if (goesOn(text, end)) return !isBlank(text, end) || goesOn(text, end + 1);
    return gapBehind(runs, at) === 1 && isPoint(text, end);
  },
};
const isBlank = oneOf(" ");
const isPoint = oneOf(".:");
/** The first signs of „bis“, „und“ and „Uhr“, a hyphen, or the blank before them. */
const goesOn = oneOf("buU- ");
