import type { CatalogueWords } from "../catalogue-words.ts";
import { markup, type Html } from "../html/escape.ts";
import { adviceFrom } from "../recognise.ts";
import { chapters } from "./chapters.ts";
import {
  noFailureSentence,
  printedFailuresSentence,
  shownFailuresSentence,
} from "./failure-sentences.ts";
import { decimal } from "./numbers.ts";
import { german } from "./quoted.ts";
import recognise from "./recognise.json" with { type: "json" };
import * as say from "./sentences.ts";
import { words } from "./words.ts";

const languages = new Intl.DisplayNames("en-GB", { type: "language", fallback: "none" });

/** The catalogue of failures in English; cases, answers and reasons stay as they were written. */
export const englishCatalogue: CatalogueWords = {
  language: "en",
  quoted: german,
  failureClass: (name) => words.failureClasses[name],
  advice: (card) => adviceFrom(recognise, card),
  number: decimal,
  severity: (severity) => {
    const word = ["harmless", "annoying", "serious", "grave"][severity - 1];
    return `${say.outOf(severity, 4)}${word === undefined ? "" : ` (${word})`}`;
  },
  leftOut,
  chapter: {
    shown: shownFailuresSentence,
    printed: printedFailuresSentence,
    marked:
      "The passages of the answer on which the verdict rests are marked. What baselines fail is not listed. Cases, answers and reasons are quoted in German, as they were written.",
    none: (passed) => noFailureSentence(passed, chapters.results.number),
    byClass: "Answers not passed, by kind and model",
    byTask: "Answers not passed, by task",
    bySeverity: "Answers not passed, by severity",
    kind: "Kind",
    meaning: "Meaning",
    task: "Task",
    severity: "Severity",
    critical: "critical case",
    together: "together",
  },
  card: {
    case: "Case",
    attempt: (number) => `attempt ${decimal(number)}`,
    facts: ({ severity, critical, language }, input) =>
      [
        `${input}, severity ${say.outOf(severity, 4)}`,
        ...(critical ? ["critical"] : []),
        ...(language === "de" ? [] : [`language of the answer: ${languageName(language)}`]),
      ].join(", "),
    question: "Question",
    reference: "Model answer",
    text: "Source text",
    source: "Source",
    answer: "Answer",
    why: "Why it is wrong",
    recognise: "How to notice it",
    empty: "The answer is empty.",
    notKept: "The answer was not kept.",
    masked: "masked",
    maskNote: (names, details) => {
      const what = [
        ...(names ? ["a model or a provider"] : []),
        ...(details ? ["protected details"] : []),
      ];
      return `The answer names ${what.join(" or ")}.`;
    },
  },
  beside: {
    title: (count) => `To compare: ${say.counted(count, "other answer")} to the same case`,
    note: "Underlined are, on the left, words that none of the other answers has at that place, and beside it words that the failed answer lacks there.",
    own: "This answer",
    link: "to this answer",
    passed: "passed",
    notMeasured: "not measured",
  },
  filter: {
    title: "Filter and sort the failure catalogue",
    all: "all",
    kind: "Kind",
    model: "Model",
    task: "Task",
    severity: "Severity",
    order: "Order of the cases",
    asInReport: "as in the report, grave ones first",
    byCase: "by case, A to Z",
    byCount: "most hits first",
    reset: "Show all",
    hits: "Hits: # of ##",
  },
  page: {
    kind: "Failure catalogue",
    line: "Amtsprobe · Failure catalogue of the evaluation report",
    more: "More answers not passed",
    single: (count) => `The answers one by one (${decimal(count)})`,
    back: "Back to the report",
    belongs: [
      "This page belongs to the",
      "evaluation report",
      ". It holds answers for which there is no room.",
    ],
    part: (number, of) => `part ${say.outOf(number, of)}`,
  },
};

function leftOut(characters: number): Html {
  return markup`<span class="gap" lang="en">[… ${say.counted(characters, "character")} left out …]</span>`;
}

function languageName(language: string): string {
  if (!/^[a-z]{2,3}$/u.test(language)) return language;
  return languages.of(language) ?? language;
}
