import type { Span } from "./finding.ts";
import type { Reading } from "./reading.ts";

/** Finds web addresses. They are no personal data; what looks like a phone in them is none. */
export function findLinks(reading: Reading): Span[] {
  const { text } = reading;
  const spans: Span[] = [];
  if (!text.includes("://") && !hasWeb(text)) return spans;
  for (const { 0: found, index } of text.matchAll(link)) {
    spans.push({ start: index, end: index + found.length });
  }
  return spans;
}

function hasWeb(text: string): boolean {
  return (text.includes("w.") || text.includes("W.")) && /www\./iu.test(text);
}

const link = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"'„“”)\]\uffff]+/giu;
