import { markup, type Html } from "./escape.ts";

const names = new Intl.DisplayNames("de-DE", { type: "language", fallback: "none" });

/**
 * `dir` for a text from outside, which need not be in the language that was asked for, and `lang` where
 * that is another one than the page's; a language nobody knows is left out.
 */
export function languageAttributes(language: string, page: "de" | "en" = "de"): Html {
  const known = /^[a-z]{2,3}$/u.test(language) && names.of(language) !== undefined;
  return known && language !== page ? markup` lang="${language}" dir="auto"` : markup` dir="auto"`;
}
