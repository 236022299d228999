/** A passage of a text and the placeholder that stands for it in the pseudonymised version. */
export interface Replaced {
  /** `[NAME_1]`; two that touch are one entry. */
  readonly placeholder: string;
  readonly value: string;
}

const placeholder = /(?:\[[A-ZÄÖÜ]+(?:_\d+)?\])+/gu;
/** Longest passage (UTF-16 code units) that a placeholder stands for. */
const longestValue = 120;

/**
 * What the placeholders of a pseudonymised text stand for, by laying it beside the original. Each pair
 * once, in the order of the text. Undefined when the two do not fit together.
 */
export function replacedValues(text: string, pseudonymised: string): Replaced[] | undefined {
  const marks = [...pseudonymised.matchAll(placeholder)];
  const segments = pseudonymised.split(placeholder);
  if (!text.startsWith(segments[0] ?? "")) return undefined;
  let at = segments[0]?.length ?? 0;
  const found: Replaced[] = [];
  for (const [place, [mark]] of marks.entries()) {
    const next = segments[place + 1] ?? "";
    const isLast = place === marks.length - 1;
    const end = isLast ? text.length - next.length : text.indexOf(next, at + 1);
    const value = text.slice(at, Math.max(at, end));
    if (end <= at || value.length > longestValue || value.includes("\n")) return undefined;
    found.push({ placeholder: mark, value: value.trim() });
    at = end + next.length;
  }
  if (at !== text.length || !text.endsWith(segments.at(-1) ?? "")) return undefined;
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/**
 * An answer to the original text as it reads for somebody who knows the pseudonymised one only.
 * Undefined when a word of a name would be left.
 */
export function withPlaceholders(
  answer: string,
  replaced: readonly Replaced[],
): string | undefined {
  const sorted = replaced.toSorted((a, b) => b.value.length - a.value.length);
  const whole = sorted.reduce((text, one) => text.replaceAll(one.value, one.placeholder), answer);
  const names = sorted.filter((one) => one.placeholder.startsWith("[NAME"));
  const short = names.reduce((text, one) => {
    const last = one.value.split(/\s+/u).at(-1) ?? "";
    if (last.length < 3) return text;
    const named = new RegExp(
      String.raw`(?:(?:Herrn?|Frau) )?(?<![\p{L}\p{N}])${RegExp.escape(last)}s?(?![\p{L}\p{N}])`,
      "gu",
    );
    return text.replaceAll(named, () => one.placeholder);
  }, whole);
  const words = names.flatMap(({ value }) => value.match(/\p{Lu}\p{L}{3,}/gu) ?? []);
  const left = new Set(short.match(/\p{L}+/gu));
  return words.some((word) => !titles.has(word) && left.has(word)) ? undefined : short;
}

const titles = new Set(["Herr", "Herrn", "Frau", "Familie", "Doktor", "Professor"]);
