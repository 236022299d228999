import { findPlanted } from "../identifiers/planted-value.ts";
import { searchedText } from "../identifiers/searched-text.ts";
import type { TextRange } from "../text/text-span.ts";

/** A text with its names blanked out; offsets stay. */
export interface MaskedText {
  readonly original: string;
  readonly masked: string;
}

/** `Frau Aydin`, `Herrn Dr. von Berg`; the honorific stays, for it belongs to the address. */
const addressed =
  /(?<=(?<!\p{L})(?:Frau|Herrn?|Familie)[ \t](?:(?:Dr|Prof)\.[ \t]){0,2})(?:(?:von|van|de|el|al)[ \t])?\p{Lu}[\p{L}\p{M}]{1,40}(?:-\p{Lu}[\p{L}\p{M}]{1,40})?/gu;

/**
 * Blanks out the names in which two versions differ: the authored ones in all their forms, and,
 * where a case names none, what stands behind Frau, Herr and Familie.
 */
export function maskNames(original: string, names: readonly string[]): MaskedText {
  if (names.length === 0) {
    return { original, masked: original.replace(addressed, (name) => " ".repeat(name.length)) };
  }
  const searched = searchedText(original);
  const places = names.flatMap((name) => findPlanted(searched, name.normalize("NFC")));
  return { original, masked: blanked(original, places) };
}

const honorific = /^(?:Frau|Herrn?|Familie)\s/u;

function blanked(text: string, places: readonly TextRange[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const kept = honorific.exec(text.slice(start, start + 8))?.[0].length ?? 0;
    const from = Math.max(at, start + kept);
    result += text.slice(at, from) + " ".repeat(Math.max(0, end - from));
    at = Math.max(from, end);
  }
  return result + text.slice(at);
}
