import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import { indexAnswer, type AnswerIndex } from "./facts/answer-index.ts";
import { readFacts } from "./facts/fact-phrase.ts";
import { findFact, type FactFinding } from "./facts/find-fact.ts";
import { findForeignFact } from "./facts/foreign-fact.ts";

const options = z.strictObject({});

/**
 * Are the required facts in the answer, and no forbidden one? The value (0..1) is the share of
 * `expected.facts` that are met, and 0 as soon as one of `expected.forbidden` is asserted.
 *
 * A fact is a short phrase; ` / ` separates equivalents. Its values (amounts, dates, times,
 * durations, §-references, numbers) are compared by value, its content words with inflection,
 * derivation, compounds and a short list of synonyms (`erhalten`, `bekommen`), close together.
 * Negation counts: what the answer denies, asks or strikes out is not asserted, and a fact that
 * denies has to be denied. „mehr als 37 Euro“ are not 37 Euro; limits (mindestens, bis zu, nicht
 * mehr als) state their value, and a fact that sets a limit (`mindestens 30 Jahre`) wants it set, in
 * whatever words (`ab 30 Jahren`). A question that sets a condition („Sie haben 100 Tiere? Rufen
 * Sie an.“) says what it says. Answers in other languages (`expected.language`): values, and words
 * exactly as authored.
 *
 * Unscored: a case without `expected.facts`, an empty or over-long answer. Not measured: other
 * synonyms that nobody wrote down, muss or kann, whether the rest of the answer is right, pronouns
 * beyond the neighbouring sentence, irony.
 *
 * @example
 * facts.grade({
 *   answer: "Der Ausweis kostet 37,00 €.",
 *   case: { expected: { facts: ["Ausweis 37 Euro"], forbidden: ["22,80 Euro"] } },
 * }).score; // value 1
 */
export const facts = defineGrader({
  name: "facts",
  version: "6",
  title: "Geforderte Angaben stehen in der Antwort",
  needs: ["expected.facts"],
  options,
  judge: judgeFacts,
});

function judgeFacts(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const expected = context.case.expected ?? {};
  const index = indexAnswer(answer, (context.case.input?.question ?? "").normalize("NFC"));
  const isGerman = (expected.language ?? "de") === "de";
  const required = lookForAll(index, { facts: expected.facts ?? none, isGerman }, false);
  const forbidden = lookForAll(index, { facts: expected.forbidden ?? none, isGerman }, true);
  const found = required.filter(isMet).length;
  const asserted = forbidden.filter(isMet).length;
  return {
    status: "scored",
    value: asserted > 0 || required.length === 0 ? 0 : found / required.length,
    reason: reasonFor({ required, forbidden, isGerman }),
    measures: { facts: required.length, found, forbidden: asserted },
    evidence: [...required.flatMap(spanOf("fact")), ...forbidden.flatMap(spanOf("forbidden"))],
  };
}

interface Looked {
  readonly fact: string;
  readonly finding: FactFinding;
}

const none: readonly string[] = [];

function lookForAll(
  index: AnswerIndex,
  wanted: { readonly facts: readonly string[]; readonly isGerman: boolean },
  strict: boolean,
): Looked[] {
  const find = wanted.isGerman ? findFact : findForeignFact;
  const search = { strict };
  const read = readFacts(wanted.facts);
  const looked: Looked[] = [];
  for (const [number, fact] of wanted.facts.entries()) {
    looked.push({ fact, finding: find(index, read[number] ?? [], search) });
  }
  return looked;
}

function isMet({ finding }: Looked): boolean {
  return finding.status === "met";
}

function spanOf(kind: "fact" | "forbidden"): (looked: Looked) => Span[] {
  return ({ finding, fact }) =>
    finding.status === "met" ? [{ ...finding.place, kind, rule: fact }] : [];
}

function reasonFor(judged: {
  readonly required: readonly Looked[];
  readonly forbidden: readonly Looked[];
  readonly isGerman: boolean;
}): string {
  const { required, forbidden, isGerman } = judged;
  const found = required.filter(isMet).length;
  const missing = required.filter(({ finding }) => finding.status === "missing");
  const denied = required.filter(({ finding }) => finding.status === "denied");
  const asserted = forbidden.filter(isMet);
  const sentences = [`${found} von ${required.length} Angaben gefunden.`];
  if (missing.length > 0) sentences.push(`Es fehlt: ${quoteAll(missing)}.`);
  if (denied.length > 0)
    sentences.push(`Verneint, wo es bejaht sein muss, oder umgekehrt: ${quoteAll(denied)}.`);
  if (asserted.length > 0) sentences.push(`Falsche Angabe behauptet: ${quoteAll(asserted)}.`);
  if (!isGerman) {
    sentences.push(
      "Antwort in anderer Sprache: nur Werte und wörtlich vorgegebene Begriffe geprüft.",
    );
  }
  return sentences.join(" ");
}

function quoteAll(looked: readonly Looked[]): string {
  return looked.map(({ fact }) => `„${fact}“`).join(", ");
}
