import { markup, type Html } from "./escape.ts";

const names = new Intl.DisplayNames("de-DE", { type: "language", fallback: "none" });

/**
 * `dir` for a text from outside, which need not be in the language that was asked for, and `lang` where
 * that is another one than German; a language nobody knows is left out.
 */
export function languageAttributes(language: string): Html {
  const known = /^[a-z]{2,3}$/u.test(language) && names.of(language) !== undefined;
  return known && language !== "de" ? markup` lang="${language}" dir="auto"` : markup` dir="auto"`;
}

/** `Türkisch`; the code itself where it has no name. */
export function languageName(language: string): string {
  if (!/^[a-z]{2,3}$/u.test(language)) return language;
  return names.of(language) ?? language;
}
