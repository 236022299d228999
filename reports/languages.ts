import { english } from "./english.ts";
import { german } from "./german.ts";
import type { Language } from "./language.ts";
import type { Say } from "./say.ts";

/** The languages of the report. */
export const languages: Readonly<Record<Language, Say>> = { de: german, en: english };
