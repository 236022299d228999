import type { Span } from "./finding.ts";
import type { Reading } from "./reading.ts";

/** Finds web addresses. They are no personal data; what looks like a phone in them is none. */
export function findLinks(reading: Reading): Span[] {
  if (!beginning.test(reading.text)) return [];
  return Array.from(reading.text.matchAll(link)).map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

const beginning = /:\/\/|www\./iu;
const link = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"'„“”)\]\uffff]+/giu;
