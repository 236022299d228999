import type { Language } from "./language.ts";
import type { View } from "./view.ts";

/**
 * The title of the run and its language: the titles that a run has by itself are told in the language of
 * the report, one that somebody gave it stays as it is.
 */
export function runTitle({ say, findings }: Pick<View, "say" | "findings">): {
  readonly title: string;
  readonly titleLanguage: Language;
} {
  const given = findings.run.title;
  const title = say.analysisText(given);
  return { title, titleLanguage: title === given ? "de" : say.language };
}
