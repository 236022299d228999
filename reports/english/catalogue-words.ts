import type { CatalogueWords } from "../catalogue-words.ts";
import { markup, type Html } from "../html/escape.ts";
import { adviceFrom } from "../recognise.ts";
import { counted } from "./counted.ts";
import {
  hiddenFailuresSentence,
  noFailureSentence,
  printedFailuresSentence,
  severityLabel,
} from "./failure-sentences.ts";
import { failureClassLabel } from "./labels.ts";
import { outOf } from "./measured.ts";
import { decimal } from "./numbers.ts";
import { quoted } from "./quoted.ts";
import recognise from "./recognise.json" with { type: "json" };

const languages = new Intl.DisplayNames("en-GB", { type: "language", fallback: "none" });

/** The catalogue of failures in English; cases, answers and reasons stay as they were written. */
export const englishCatalogue: CatalogueWords = {
  language: "en",
  quoted,
  failureClass: failureClassLabel,
  advice: (card) => adviceFrom(recognise, card),
  number: decimal,
  severity: severityLabel,
  leftOut,
  leftOutAtEnd,
  chapter: {
    shown: hiddenFailuresSentence,
    printed: printedFailuresSentence,
    marked:
      "The passages of the answer on which the verdict rests are marked. What baselines fail is not listed. Cases, answers and reasons are quoted in German, as they were written.",
    none: noFailureSentence,
    once: "Every answer counts once, under its gravest kind. An answer that is cut off and also holds protected details stands under leak; so page 1 may name more answers as cut off than this table.",
    byClass: "Answers not passed, by kind and model",
    byTask: "Answers not passed, by task",
    bySeverity: "Answers not passed, by severity",
    kind: "Kind",
    meaning: "Meaning",
    task: "Task",
    severity: "Severity",
    critical: "critical case",
    together: "Together",
  },
  card: {
    case: "Case",
    attempt: (number) => `attempt ${decimal(number)}`,
    facts: ({ severity, critical, language }, input) =>
      [
        `${input}, severity ${outOf(severity, 4)}`,
        ...(critical ? ["critical"] : []),
        ...(language === "de" ? [] : [`language of the answer: ${languageName(language)}`]),
      ].join(", "),
    question: "Question",
    reference: "Reference answer",
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
    title: (count) => `To compare: ${counted(count, "other-answer")} to the same case`,
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
    part: (number, of) => `part ${outOf(number, of)}`,
  },
};

function leftOut(characters: number): Html {
  return markup`<span class="gap" lang="en">[… ${counted(characters, "character")} left out …]</span>`;
}

/** The same after an excerpt. */
function leftOutAtEnd(characters: number): Html {
  return markup`<span class="gap" lang="en"> [… ${counted(characters, "character")} left out]</span>`;
}

function languageName(language: string): string {
  if (!/^[a-z]{2,3}$/u.test(language)) return language;
  return languages.of(language) ?? language;
}
