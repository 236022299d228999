import { z } from "zod";
import type { CaseInput } from "../core/case.ts";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import { indexAnswer } from "./facts/answer-index.ts";
import { doubleQuestions } from "./faq/double-questions.ts";
import { questionPairs, type QuestionPair } from "./faq/question-pairs.ts";
import { findPoint } from "./key-points/find-point.ts";
import { readPoints } from "./key-points/read-points.ts";
import { readContent, type Content, type ContentItem } from "./text/content-items.ts";
import { knowsItem, vocabularyOf, type Vocabulary } from "./text/content-overlap.ts";
import { sharesKey } from "./text/inflection.ts";
import { rememberObject } from "./text/remember-object.ts";
import { measuringWords } from "./text/stop-words.ts";

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
  version: "5",
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
  const unsupported = unsupportedPairs(index.content, pairs, vocabularyOfInput(input));
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

function unsupportedPairs(
  { items }: Content,
  pairs: readonly QuestionPair[],
  known: Vocabulary | undefined,
): QuestionPair[] | undefined {
  if (known === undefined) return undefined;
  const seen = new Map<string, boolean>();
  return pairs.filter((pair) => {
    const said = pair.answer.flatMap(({ from, to }) => withoutLabel(items.slice(from, to)));
    const asked = items.slice(pair.question.from, pair.question.to);
    return !isSupported({ said, asked }, known, seen);
  });
}

/** `Antwort:` says nothing that a source could support. */
function withoutLabel(items: readonly ContentItem[]): readonly ContentItem[] {
  return items[0]?.lower === "antwort" ? items.slice(1) : items;
}

/** Share of content words of an answer that stand in the source. */
const enoughSupport = 0.6;

interface SaidAndAsked {
  readonly said: readonly ContentItem[];
  /** Words of the question may be said again; its values have to be supported all the same. */
  readonly asked: readonly ContentItem[];
}

/** `Antwort:` and `beträgt` need no support. */
function carriesWord({ value, isFunction, lower }: ContentItem): boolean {
  const isLabel = lower.length === 1 || lower === "antwort" || lower === "frage";
  return value === undefined && !isFunction && !isLabel && !measuringWords.has(lower);
}

function isSupported(
  { said, asked }: SaidAndAsked,
  known: Vocabulary,
  seen: Map<string, boolean>,
): boolean {
  const isKnown = (item: ContentItem): boolean => {
    const before = seen.get(item.text) ?? knowsItem(known, item);
    seen.set(item.text, before);
    return before;
  };
  const values = said.filter(({ value }) => value !== undefined && value.kind !== "number");
  const words = said.filter(carriesWord);
  if (values.length + words.length === 0) {
    const numbers = said.filter(({ value }) => value !== undefined);
    return numbers.length > 0 && numbers.every(isKnown);
  }
  const isAsked = ({ keys }: ContentItem): boolean =>
    asked.some((item) => item.value === undefined && sharesKey(item.keys, keys));
  const told = words.filter((word) => isKnown(word) || isAsked(word));
  const isFounded = values.length > 0 || words.some(isKnown);
  return values.every(isKnown) && isFounded && told.length >= words.length * enoughSupport;
}

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
