import { z } from "zod";
import type { CaseInput } from "../core/case.ts";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import { indexAnswer } from "./facts/answer-index.ts";
import { doubleQuestions } from "./faq/double-questions.ts";
import { questionPairs, type QuestionPair } from "./faq/question-pairs.ts";
import { unsupportedPairs } from "./faq/unsupported-pairs.ts";
import { findPoint } from "./key-points/find-point.ts";
import { readPoints } from "./key-points/read-points.ts";
import { readContent } from "./text/content-items.ts";
import { vocabularyOf, type Vocabulary } from "./text/content-overlap.ts";
import { rememberObject } from "./text/remember-object.ts";

const options = z.strictObject({});
type Context = GraderContext<z.output<typeof options>>;

/**
 * Is the answer a usable list of questions and answers? A hint. The value (0..1) is the mean of
 * three shares: of the key points (`expected.keyPoints`) that the answers carry (as in the grader
 * `key-points`); of the questions whose answer is supported by the source (`input`: every value and
 * 60 % of the content words stand there, words also in the question); of the questions that do not
 * ask what an earlier one asked. Without a source the second share is left out. Threshold 0.8; 0 without any question.
 *
 * `measures`: `questions`, `points`, `carried`, `supported`, `doubles`, `unanswered` (a question with
 * nothing behind it is not supported either).
 *
 * Unscored: a case without `expected.keyPoints`; other languages than German. Not measured: whether
 * citizens ask these questions, whether an answer fits its question, synonyms, order, tone.
 *
 * @example
 * faq.grade({
 *   answer: "Was kostet der Ausweis?\nDer Ausweis kostet 46 Euro.",
 *   case: { input: { text: "Ausweis: 46 Euro" }, expected: { keyPoints: ["Ausweis 46 Euro"] } },
 * }).score; // value 1
 */
export const faq = defineGrader({
  name: "faq",
  version: "6",
  title: "Fragen und Antworten decken die Kernpunkte, belegt und ohne Doppel",
  needs: ["expected.keyPoints"],
  options,
  threshold: 0.8,
  judge: judgeFaq,
});

/** Share of the words of a point that is enough, as in the grader `key-points`. */
const enoughWords = 0.7;

const noInput: CaseInput = {};
const none: readonly string[] = [];

function judgeFaq(answer: string, { case: graded }: Context): Judgement {
  const { expected = {}, input = noInput } = graded;
  if ((expected.language ?? "de") !== "de") {
    return { status: "unscored", reason: "Nur für deutsche Antworten." };
  }
  const index = indexAnswer(answer.replaceAll(/[*_#]/gu, " "), "");
  const pairs = questionPairs(index.content);
  if (pairs.length === 0) {
    const measures = { questions: 0 };
    return { status: "scored", value: 0, reason: "Keine Fragen gefunden.", measures };
  }
  const points = expected.keyPoints ?? none;
  const search = { share: enoughWords, isGerman: true };
  const missing = readPoints(points)
    .filter(({ phrases }) => findPoint(index, phrases, search).status !== "carried")
    .map(({ point }) => point);
  const known = vocabularyOfInput(input);
  const unsupported = known && unsupportedPairs(index.content, pairs, known);
  const doubles = doubleQuestions(index.content, pairs);
  const shares = [
    1 - missing.length / Math.max(1, points.length),
    ...(unsupported === undefined ? [] : [1 - unsupported.length / pairs.length]),
    1 - doubles.length / pairs.length,
  ];
  return {
    status: "scored",
    value: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    reason: reasonOf(answer, { pairs, missing, unsupported: unsupported ?? [], doubles }),
    measures: {
      questions: pairs.length,
      points: points.length,
      carried: points.length - missing.length,
      ...(unsupported !== undefined && { supported: pairs.length - unsupported.length }),
      doubles: doubles.length,
      unanswered: pairs.filter((pair) => pair.answer.length === 0).length,
    },
    evidence: [...(unsupported ?? []).map(spanAs("unsupported")), ...doubles.map(spanAs("double"))],
  };
}

/** Undefined when the case has no source. */
const vocabularyOfInput = rememberObject((input: CaseInput): Vocabulary | undefined => {
  const texts = Object.values(input).filter((text) => text !== undefined);
  if (texts.length === 0) return undefined;
  return vocabularyOf(texts.map((text) => readContent(text.normalize("NFC"))));
});

function spanAs(kind: string): (pair: QuestionPair) => Span {
  return ({ question: { start, end } }) => ({ start, end, kind });
}

/** Most characters of a question that a reason quotes. */
const longestQuote = 120;

function shortened(question: string): string {
  const line = question.slice(0, 4 * longestQuote).replaceAll(/\s+/gu, " ");
  return line.length > longestQuote ? `${line.slice(0, longestQuote - 1).trimEnd()}…` : line;
}

/** Most questions that a reason quotes. */
const longestList = 3;

function reasonOf(
  answer: string,
  found: {
    readonly pairs: readonly QuestionPair[];
    readonly missing: readonly string[];
    readonly unsupported: readonly QuestionPair[];
    readonly doubles: readonly QuestionPair[];
  },
): string {
  const quote = (pairs: readonly QuestionPair[]): string =>
    pairs
      .slice(0, longestList)
      .map(({ question: { start, end } }) => `„${shortened(answer.slice(start, end))}“`)
      .join(", ");
  const sentences = [`Fragen: ${found.pairs.length}.`];
  if (found.missing.length > 0) {
    sentences.push(`Nicht beantwortet: ${found.missing.map((point) => `„${point}“`).join(", ")}.`);
  }
  if (found.unsupported.length > 0)
    sentences.push(`Antwort nicht belegt: ${quote(found.unsupported)}.`);
  if (found.doubles.length > 0) sentences.push(`Doppelt gefragt: ${quote(found.doubles)}.`);
  return sentences.length > 1
    ? sentences.join(" ")
    : `${sentences.join("")} Alle Kernpunkte beantwortet, belegt, ohne Doppel.`;
}
