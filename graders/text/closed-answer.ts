import type { TextRange } from "./text-span.ts";

const opening =
  /(?:(?:die|meine)\s{1,3})?(?:(?:richtige|korrekte)\s{1,3})?(?:antwort|lösung|ergebnis|kategorie|answer)(?:\s{1,3}(?:ist|lautet|is))?(?:\s{0,3}[*_]{1,3})?\s{0,3}:(?:[*_]{1,3})?/iuy;
const dressing = "\"„“”‚‘’'»«›‹`*_~()[]{}";

/**
 * Where the answer stands without what dresses it: white space, quotes, brackets and emphasis
 * around the whole, a closing full stop or exclamation mark, an opening such as `Antwort:` or `Die Antwort lautet:`.
 */
export function closedAnswer(text: string): TextRange {
  const bare = undressed(text, { start: 0, end: text.length });
  opening.lastIndex = bare.start;
  const opened = opening.exec(text)?.[0].length ?? 0;
  const inner = undressed(text, { start: bare.start + opened, end: bare.end });
  return inner.end > inner.start ? inner : bare;
}

function undressed(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && isDressing(text.charAt(start))) start += 1;
  while (end > start && (isDressing(text.charAt(end - 1)) || /[.!]/u.test(text.charAt(end - 1))))
    end -= 1;
  return start < end ? { start, end } : range;
}

function isDressing(character: string): boolean {
  return dressing.includes(character) || /[\s\p{Cf}]/u.test(character);
}

/** The spelling that two equal answers share. */
export function wordingOf(
  text: string,
  { caseSensitive }: { readonly caseSensitive: boolean },
): string {
  const plain = text
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[‐‑–—−]/gu, "-")
    .trim();
  return caseSensitive ? plain : plain.toLowerCase();
}
