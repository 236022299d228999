import type { z } from "zod";
import type { GradedCase, InputKind } from "./case.ts";
import type { FailureClass } from "./failure-class.ts";
import type { FinishReason } from "./outcome.ts";
import type { Score } from "./score.ts";
import { composedText } from "./composed-text.ts";
import { missingOf, pathsOf, type Need, type NeedPath } from "./needs.ts";
import { quoted, type Span } from "./quoted.ts";
import { shortReason } from "./short-reason.ts";
import { withoutThinking } from "./thinking.ts";

export type { Span } from "./quoted.ts";

/** Answers longer than this (UTF-16 code units) are not read by any grader. */
export const longestAnswer = 200_000;

/** What a grader is shown. `answers` is only there for graders that compare answers. */
export interface GraderInput {
  readonly answer: string;
  readonly answers?: readonly string[] | undefined;
  readonly case?: GradedCase | undefined;
  readonly finishReason?: FinishReason | undefined;
  readonly inputKind?: InputKind | undefined;
}

/** What the inside of a grader returns. */
export type Judgement =
  | {
      readonly status: "scored";
      /** 0..1 */
      readonly value: number;
      /** Only for graders with a band; the others pass at the threshold. */
      readonly passed?: boolean;
      /** German, quotes what was found, never empty. */
      readonly reason: string;
      readonly measures?: Readonly<Record<string, number>>;
      readonly evidence?: readonly Span[];
      /** What kind of failure it is if it is not passed; default: the grader's own class. */
      readonly failureClass?: FailureClass;
    }
  | { readonly status: "unscored"; readonly reason: string };

/** What a grader says of an answer, and which failure it would be. */
export interface Graded {
  readonly score: Score;
  readonly failureClass?: FailureClass;
}

/** Settings of a grader in a suite. */
export interface GraderSettings {
  /** As written in the suite or on the command line; checked against the grader's own schema. */
  readonly options?: unknown;
  /** 0..1; the grader passes at or above it. */
  readonly threshold?: number | undefined;
}

/** A grader judges one completed answer. */
export interface Grader {
  readonly name: string;
  /** Raised whenever a score can change. */
  readonly version: string;
  /** German, one line, for reports and documents. */
  readonly title: string;
  readonly needs: readonly Need[];
  /** True when it compares the answers to the versions of one template. */
  readonly compares: boolean;
  readonly options: z.ZodType;
  /** Threshold that holds when the suite names none. */
  readonly threshold: number;
  /** Class of a trial that fails here, unless the judgement says otherwise. */
  readonly failureClass: FailureClass;
  readonly grade: (input: GraderInput, settings?: GraderSettings) => Graded;
  /** Only graders that ask a model: whether they do with these settings. Then `gradeLater` judges. */
  readonly isLater?: (settings: GraderSettings) => boolean;
  /** As `grade`, by asking a model; done after the calls of a run, and never when a run is read again. */
  readonly gradeLater?: (input: GraderInput, settings?: GraderSettings) => Promise<Graded>;
}

interface GraderDefinition<Options extends z.ZodType> {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly needs: readonly Need[];
  readonly compares?: boolean;
  /** Also what the model thought aloud counts, for what is given away there is given away. */
  readonly readsThinking?: boolean;
  readonly options: Options;
  readonly threshold?: number;
  readonly failureClass?: FailureClass;
  /** Pure. The answer is in Unicode normal form C; spans point into that form. */
  readonly judge: (answer: string, context: GraderContext<z.output<Options>>) => Judgement;
}

/** Everything a judgement may depend on besides the answer. */
export interface GraderContext<Options> {
  readonly case: GradedCase;
  readonly options: Options;
  readonly threshold: number;
  readonly answers: readonly string[];
  readonly finishReason: FinishReason;
  readonly inputKind: InputKind;
}

/**
 * Makes a grader out of its judgement. It keeps what holds for all of them: an empty or an
 * over-long answer and a case without the needed fields are unscored, never 0; composed and
 * decomposed spelling (NFC, NFD) get the same score; evidence quotes the answer as it was given;
 * what the model thought aloud in front of it (`<think>…</think>`) is no part of the answer.
 *
 * @example
 * const words = defineGrader({
 *   name: "words", version: "1", title: "Hat Wörter", needs: [], options: z.strictObject({}),
 *   judge: (answer) => ({ status: "scored", value: 1, reason: `„${answer}“ hat Wörter.` }),
 * });
 */
export function defineGrader<Options extends z.ZodType>(
  definition: GraderDefinition<Options>,
): Grader {
  const readOptions = optionsReader(definition.options);
  const { judge, threshold = 1, failureClass = "wrong", compares = false, ...rest } = definition;
  const { readsThinking = false, ...named } = rest;
  const heard = readsThinking ? (text: string): string => text : withoutThinking;
  const paths = pathsOf(definition.needs);
  return {
    ...named,
    compares,
    threshold,
    failureClass,
    grade: (input, settings = {}) => {
      const obstacle = findObstacle(heard(input.answer), input, paths);
      if (obstacle !== undefined) return { score: { status: "unscored", reason: obstacle } };
      const composed = composedText(input.answer);
      const passAt = settings.threshold ?? threshold;
      const judgement = judge(heard(composed.text), {
        case: input.case ?? {},
        options: readOptions(settings.options),
        threshold: passAt,
        answers: input.answers?.map(heard) ?? noAnswers,
        finishReason: input.finishReason ?? "unknown",
        inputKind: input.inputKind ?? "raw",
      });
      if (judgement.status === "unscored") return { score: judgement };
      const passed = judgement.passed ?? judgement.value >= passAt;
      const score: Score = {
        status: "scored",
        value: judgement.value,
        passed,
        reason: shortReason(judgement.reason),
        measures: judgement.measures ?? {},
        evidence: (judgement.evidence ?? []).map((span) => quoted(span, input.answer, composed)),
      };
      return passed ? { score } : { score, failureClass: judgement.failureClass ?? failureClass };
    },
  };
}

const noAnswers: readonly string[] = [];
const nothingSet = {};

/** Checks settings once: every answer to a case is graded with the same. */
function optionsReader<Options extends z.ZodType>(
  schema: Options,
): (written: unknown) => z.output<Options> {
  const kept = new WeakMap<object, { readonly read: z.output<Options> }>();
  let latest: { readonly settings: object; readonly read: z.output<Options> } | undefined;
  return (written) => {
    if (written !== undefined && (typeof written !== "object" || written === null)) {
      return schema.parse(written ?? {});
    }
    const settings = written ?? nothingSet;
    if (latest?.settings === settings) return latest.read;
    const { read } = kept.get(settings) ?? { read: schema.parse(settings) };
    kept.set(settings, { read });
    latest = { settings, read };
    return read;
  };
}

function findObstacle(
  answer: string,
  input: GraderInput,
  paths: readonly NeedPath[],
): string | undefined {
  if (answer.length > longestAnswer) {
    return `Die Antwort ist länger als ${longestAnswer} Zeichen und wurde nicht gelesen.`;
  }
  if (isBlank(answer) && (input.answers?.length ?? 0) === 0) return "Die Antwort ist leer.";
  const missing = missingOf(paths, input.case ?? nothingSet);
  if (missing.length === 0) return undefined;
  const names = missing.map(({ need }) => need).join(", ");
  return `Im Fall fehlt, was dieser Grader braucht: ${names}.`;
}

/**
 * True when a text shows nothing: only white space, control or invisible format characters, and
 * marks that no letter carries.
 */
export function isBlank(text: string): boolean {
  return !beginsWithSign(text) && !/[^\s\p{Cc}\p{Cf}\p{M}]/u.test(text);
}

/** A letter, digit or sign of ASCII, as nearly every answer; every grader asks. */
function beginsWithSign(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 0x20 && first < 0x7f;
}

/** True when a text shows no answer: nothing, or nothing but what the model thought aloud. */
export function isUnanswered(text: string): boolean {
  return isBlank(withoutThinking(text));
}
