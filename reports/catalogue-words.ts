import type { Card } from "../core/card.ts";
import type { FailureClass } from "../core/failure-class.ts";
import type { Html, Part } from "./html/escape.ts";

/** Name and one sentence for a class of failure. */
interface ClassWords {
  readonly title: string;
  readonly meaning: string;
}

/**
 * Everything the catalogue of failures says itself, once per language of the report. Questions,
 * answers and reasons are data of the run and stay as they are. A sentence that one language lacks is
 * an error of types.
 */
export interface CatalogueWords {
  /** Of these words. */
  readonly language: "de" | "en";
  /** A German text of the run; marked as German in another language. */
  readonly quoted: (text: string) => Part;
  readonly failureClass: (name: FailureClass) => ClassWords;
  readonly advice: (card: Card) => readonly string[];
  readonly number: (value: number) => string;
  readonly severity: (severity: number) => string;
  /** `[… 900 characters left out …]` */
  readonly leftOut: (characters: number) => Html;
  /** The same after an excerpt. */
  readonly leftOutAtEnd: (characters: number) => Html;
  readonly chapter: ChapterWords;
  readonly card: CardWords;
  readonly beside: BesideWords;
  readonly filter: FilterWords;
  readonly page: PageWords;
}

/** Around the cards. */
interface ChapterWords {
  /** How many are shown by which rule, how many there are, and the folder of the others. */
  readonly shown: (shown: number, all: number, folder: string) => string;
  readonly printed: (perTask: number, file: string) => string;
  readonly marked: string;
  /** Where nothing failed: how many answers passed, and the chapter with the intervals. */
  readonly none: (passed: number, chapter: number) => string;
  /** That an answer with several flaws counts once. */
  readonly once: string;
  readonly byClass: string;
  readonly byTask: string;
  readonly bySeverity: string;
  readonly kind: string;
  readonly meaning: string;
  readonly task: string;
  readonly severity: string;
  readonly critical: string;
  readonly together: string;
}

/** On a card and its case. */
interface CardWords {
  readonly case: string;
  readonly attempt: (number: number) => string;
  /** The line below the name of a case. */
  readonly facts: (card: Card, input: string) => string;
  readonly question: string;
  readonly reference: string;
  readonly text: string;
  readonly source: string;
  readonly answer: string;
  readonly why: string;
  readonly recognise: string;
  readonly empty: string;
  readonly notKept: string;
  readonly masked: string;
  readonly maskNote: (names: boolean, details: boolean) => string;
}

/** Answers to compare with. */
interface BesideWords {
  readonly title: (count: number) => string;
  readonly note: string;
  readonly own: string;
  readonly link: string;
  readonly passed: string;
  readonly notMeasured: string;
}

/** The form above the cards. */
interface FilterWords {
  readonly title: string;
  readonly all: string;
  readonly kind: string;
  readonly model: string;
  readonly task: string;
  readonly severity: string;
  readonly order: string;
  readonly asInReport: string;
  readonly byCase: string;
  readonly byCount: string;
  readonly reset: string;
  /** With `#` for the number of hits and `##` for that of all cards. */
  readonly hits: string;
}

/** Pages beside the report. */
interface PageWords {
  readonly kind: string;
  readonly line: string;
  readonly more: string;
  readonly single: (count: number) => string;
  readonly back: string;
  /** Around the link to the report. */
  readonly belongs: readonly [before: string, link: string, after: string];
  readonly part: (number: number, of: number) => string;
}
