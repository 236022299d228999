import data from "./participles.json" with { type: "json" };

/** `open`: the form may as well be the infinitive (`vergeben`, `erlassen`). */
export type ParticipleKind = "participle" | "open";

const longestWord = 40;
const notParticiples = new Set(data.notParticiples.split(" "));
const mostlyActive = new Set(data.mostlyActive.split(" "));
const sameAsInfinitive = new Set(data.sameAsInfinitive.split(" "));
const separable = alternatives(data.separable);
const inseparable = alternatives(data.inseparable);
const weak = new RegExp(`^(?:${separable})?(?:ge|${inseparable})\\p{Ll}{2,}t$|iert$`, "u");
const strong = new RegExp(
  `^(?:(?:${separable})?ge(?:${alternatives(`${data.strong} ${data.onlyWithGe}`)})|(?:${separable})?(?:${inseparable})(${alternatives(data.strong)}))$`,
  "u",
);
const toInfinitive = new RegExp(`^(?:${separable})zu\\p{Ll}{2,}(?:en|ern|eln|un)$`, "u");

/**
 * Whether a word in lower case has the form of an uninflected past participle. Finite forms that
 * sound alike (`beantragt`) are told apart by what stands beside them, not here.
 */
export function participleKind(lower: string): ParticipleKind | undefined {
  if (lower.length < 5 || lower.length > longestWord || notParticiples.has(lower)) return undefined;
  if (weak.test(lower)) return "participle";
  const found = strong.exec(lower);
  if (found === null) return undefined;
  if (mostlyActive.has(lower)) return "open";
  return found[1] !== undefined && sameAsInfinitive.has(found[1]) ? "open" : "participle";
}

/** Verbs that with `werden` mean the future rather than the passive (`wird Geld erhalten`). */
export function isMostlyActive(lower: string): boolean {
  return mostlyActive.has(lower);
}

/** `einzureichen`, `vorzulegen`: an infinitive with `zu` inside. */
export function isInnerToInfinitive(lower: string): boolean {
  return lower.length <= longestWord && toInfinitive.test(lower);
}

function alternatives(words: string): string {
  return words
    .split(" ")
    .toSorted((a, b) => b.length - a.length)
    .join("|");
}
