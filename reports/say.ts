import type { german } from "./german.ts";

/**
 * Everything a report says itself: words, sentences, numbers. German is the measure: what another
 * language lacks is an error of types. Texts of the run (questions, answers, reasons, titles) are not
 * in it; they stay as they were written.
 */
export type Say = typeof german;
