import type { Card } from "../core/card.ts";
import type { Case, InputKind } from "../core/case.ts";

/** A real answer of the run to a case. */
export interface RealAnswer {
  readonly trialId: string;
  readonly model: string;
  readonly variant: string;
  readonly input: InputKind;
  readonly answer: string;
  /** What the run's graders decided; trials that were not measured are left out. */
  readonly passed: boolean;
}

/** A prompt of a suite, put together for a case. */
export interface PromptPair {
  readonly weak: string;
  readonly strong: string;
}

/** A pass rate with its interval, for the feedback of an exercise. */
export interface ShownRate {
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly method: string;
}

/** Everything exercises are made from. */
export interface Material {
  readonly title: string;
  readonly createdAt: string;
  readonly suites: ReadonlyMap<string, { readonly title: string }>;
  /** Ids in the order of the report, real models only: the first becomes „Modell A“. */
  readonly models: readonly string[];
  readonly cards: readonly Card[];
  readonly caseOf: (suite: string, id: string) => Case | undefined;
  /** Versions of one template, itself among them. */
  readonly sistersOf: (suite: string, template: string) => readonly Case[];
  /** All measured answers to a case, in a fixed order. */
  readonly answersOf: (suite: string, id: string) => readonly RealAnswer[];
  /** The weak and the strong prompt of a card's case; absent when the suite is not at hand. */
  readonly promptsOf: (card: Card) => PromptPair | undefined;
  readonly rateOf: (card: Card, variant: string) => ShownRate | undefined;
  /** Need per competence, greatest first; empty when the analysis gives none. */
  readonly needs: readonly { readonly competence: string; readonly value: number }[];
}

/** Something in a text that tells who somebody is. */
export interface Identifier {
  readonly start: number;
  readonly end: number;
  /** German name of the kind. */
  readonly kind: string;
  readonly planted: boolean;
}

/** What the exercises ask of graders; `undefined` when a grader cannot judge. */
export interface Judges {
  /** Do all deciding graders that look at a single answer accept it? */
  readonly accepts: (place: Place, answer: string) => boolean | undefined;
  /** Does one grader, by name, accept it? */
  readonly acceptedBy: (grader: string, place: Place, answer: string) => boolean | undefined;
  /** Does a text state this fact, as grader `facts` reads it? */
  readonly states: (fact: string, text: string) => boolean | undefined;
  /** How two answers differ, by part (0..1, 1 is alike), as grader `pair` sees it. */
  readonly likeness: (place: Place, answers: readonly string[]) => Readonly<Record<string, number>>;
  readonly prompt: (text: string) => boolean | undefined;
  readonly identifiers: (text: string, place: Place) => readonly Identifier[];
  readonly sentences: (text: string) => readonly string[];
  /** Competences that would have caught the failure, the strongest first. */
  readonly competences: (card: Card) => readonly string[];
}

/** A case and which of its inputs an answer was given to. */
export interface Place {
  readonly suite: string;
  readonly case: Case;
  readonly input: InputKind;
}
