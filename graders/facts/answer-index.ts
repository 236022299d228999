import { readContent, type Content } from "../text/content-items.ts";
import { remember } from "../text/remember.ts";
import { rememberLatest } from "../text/remember-latest.ts";
import { PartPlaces } from "./part-places.ts";
import { prepareAnswer, type PreparedAnswer } from "./prepared-answer.ts";
import type { WantedParts } from "./wanted-parts.ts";

/** An answer prepared for looking up facts. */
export interface AnswerIndex {
  readonly content: Content;
  readonly denied: readonly boolean[];
  /** What was asked, which the answer may take for granted; see `askedKeys`. */
  readonly question: string;
  readonly search: AnswerSearch;
}

/** Questions of this many cases are kept. */
const mostQuestions = 1000;

/** Prepares an answer; what does not depend on the question is done once for all graders. */
export function indexAnswer(answer: string, question: string): AnswerIndex {
  const content = readContent(answer);
  const search = searchOf(content);
  return { content, denied: search.answer.denied, question, search };
}

/** What was looked for in an answer, which several graders do for the same facts. */
class AnswerSearch {
  readonly answer: PreparedAnswer;
  readonly #searched: {
    readonly wanted: WantedParts;
    readonly exact: boolean;
    readonly places: PartPlaces;
  }[] = [];

  constructor(content: Content) {
    this.answer = prepareAnswer(content);
  }

  /** Where the parts of facts stand. `exact`: dates with their year. */
  placesOf(wanted: WantedParts, exact: boolean): PartPlaces {
    for (const known of this.#searched) {
      if (known.wanted === wanted && known.exact === exact) return known.places;
    }
    const places = new PartPlaces(this.answer, wanted, exact);
    this.#searched.push({ wanted, exact, places });
    return places;
  }
}

const searchOf = rememberLatest((content: Content) => new AnswerSearch(content));

/** Keys of all words of a question. */
export const askedKeys = remember(
  (question): ReadonlySet<string> =>
    new Set(readContent(question.normalize("NFC")).items.flatMap((item) => [...item.keys])),
  mostQuestions,
);
