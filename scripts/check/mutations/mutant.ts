import type { Case, ReferencedCase } from "../../../core/case.ts";
import type { Suite } from "../../../core/suite.ts";

/** In which ways a reference is spoilt. */
export const operators = [
  "number",
  "amount",
  "date",
  "deadline",
  "citation",
  "negation",
  "condition",
  "remedy",
  "leak",
  "foreign-sentence",
  "language",
  "cut",
  "choice",
] as const;
export type Operator = (typeof operators)[number];

/** A reference with one thing wrong with it; the suite's graders have to notice. */
export interface Mutant {
  readonly operator: Operator;
  /** The passage before and after, short enough to be read and to name the mutant by. */
  readonly change: string;
  readonly answer: string;
}

/** What an operator works on. */
export interface MutationContext {
  readonly suite: Suite;
  readonly graded: ReferencedCase;
  /** Number of the case in its suite, from 0. */
  readonly index: number;
}

/** Makes all the mutants of its kind; none where the reference gives no occasion. */
export type MutationOperator = (context: MutationContext) => Mutant[];

/** The language in which the answer is to be. */
export function languageOf({ expected }: Case): string {
  return expected.language ?? "de";
}

/** A text with one passage replaced. */
export function replaceRange(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  replacement: string,
): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** A passage for messages: one line, at most 60 characters. */
export function shortPassage(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}

/** Characters shown before a change. */
const lead = 24;

/** Shows where two passages part: `„… 2027 umtauschen.“ → „… 2027 nicht umtauschen.“`. */
export function describeChange(before: string, after: string): string {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = same <= lead ? 0 : before.indexOf(" ", same - lead) + 1;
  const start = from > 0 && from <= same ? from : Math.max(0, same - lead);
  const opening = start === 0 ? "" : "… ";
  const show = (text: string) => `„${opening}${shortPassage(text.slice(start))}“`;
  return `${show(before)} → ${show(after)}`;
}
