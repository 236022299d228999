import { isFiniteVerb } from "../sentence-words.ts";
import { wordFlag } from "../word.ts";
import type { StyleSentence, StyleToken } from "./style-text.ts";
import words from "./subordinate-words.json" with { type: "json" };

/** A clause that depends on another one, by its first word. */
export interface SubordinateClause {
  readonly start: number;
  readonly end: number;
  /** It is broken off by another subordinate clause before its verb has come. */
  readonly interrupted: boolean;
}

const subordinators = new Set(words.subordinators);
const relatives = new Set(words.relatives);
const pronouns = new Set(words.pronouns);
const prepositions = new Set(words.prepositions);

/**
 * Subordinate clauses of a sentence: those that begin with a conjunction (`weil`, `sofern`) and
 * relative clauses behind a comma that end in a verb. Infinitive clauses are not counted.
 */
export function findSubordinateClauses({ tokens }: StyleSentence): SubordinateClause[] {
  if (!tokens.some(({ written }) => mayBegin(written))) return [];
  const clauses = clausesOf(tokens);
  const begins = clauses.map((clause, number) => beginning(clause, clauses[number - 1]));
  return clauses.flatMap((clause, number) => {
    const begun = begins[number];
    const [first, last] = [clause[0], clause.at(-1)];
    if (begun === undefined || first === undefined || last === undefined) return [];
    const hasVerb = isVerbAtEnd(last);
    const interrupted = !hasVerb && begins[number + 1] === "conjunction" && clause.length < 6;
    if (begun === "relative" && !hasVerb && !interrupted) return [];
    return [{ start: first.start, end: last.end, interrupted }];
  });
}

const mayBegin = wordFlag(({ text }) => {
  const lower = text.toLowerCase();
  return subordinators.has(lower) || relatives.has(lower);
});

function clausesOf(tokens: readonly StyleToken[]): StyleToken[][] {
  const clauses: StyleToken[][] = [];
  let current: StyleToken[] = [];
  for (const token of tokens) {
    if (current.length > 0 && current[0]?.clause !== token.clause) {
      clauses.push(current);
      current = [];
    }
    current.push(token);
  }
  return current.length > 0 ? [...clauses, current] : clauses;
}

function beginning(
  clause: readonly StyleToken[],
  before: readonly StyleToken[] | undefined,
): "conjunction" | "relative" | undefined {
  const [first, second] = clause.map(({ lower }) => lower);
  const start = first === "und" || first === "oder" || first === "aber" ? second : first;
  if (subordinators.has(start ?? "")) return "conjunction";
  const antecedent = before?.at(-1);
  if (antecedent === undefined || !(antecedent.isCapital || pronouns.has(antecedent.lower))) {
    return undefined;
  }
  if (relatives.has(start ?? "")) return "relative";
  return prepositions.has(first ?? "") && relatives.has(second ?? "") ? "relative" : undefined;
}

function isVerbAtEnd({ isCapital, lower, text }: StyleToken): boolean {
  return !isCapital && (isFiniteVerb(text) || /\p{L}(?:en|ern|eln|t|te|ten)$/u.test(lower));
}
