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
  version: "7",
  title: "Geforderte Angaben stehen in der Antwort",
  needs: ["expected.facts"],
  options,
  judge: judgeFacts,
});

function judgeFacts(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const expected = context.case.expected ?? {};
  const index = indexAnswer(answer, context.case.input?.question ?? "");
  const isGerman = (expected.language ?? "de") === "de";
  const required = lookForAll(index, { facts: expected.facts ?? none, isGerman }, false);
  const forbidden = lookForAll(index, { facts: expected.forbidden ?? none, isGerman }, true);
  const evidence: Span[] = [];
  const found = addSpans(evidence, required, "fact");
  const asserted = addSpans(evidence, forbidden, "forbidden");
  return {
    status: "scored",
    value: asserted > 0 || required.length === 0 ? 0 : found / required.length,
    reason: reasonFor({ required, found, forbidden, isGerman }),
    measures: { facts: required.length, found, forbidden: asserted },
    evidence,
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
  for (let number = 0; number < wanted.facts.length; number += 1) {
    const fact = wanted.facts[number] ?? "";
    looked.push({ fact, finding: find(index, read[number] ?? [], search) });
  }
  return looked;
}

/** Adds where facts are met, and returns how many are. */
function addSpans(spans: Span[], looked: readonly Looked[], kind: "fact" | "forbidden"): number {
  const before = spans.length;
  for (const { fact, finding } of looked) {
    if (finding.status !== "met") continue;
    const { start, end } = finding.place;
    spans.push({ start, end, kind, rule: fact });
  }
  return spans.length - before;
}

function reasonFor(judged: {
  readonly required: readonly Looked[];
  readonly found: number;
  readonly forbidden: readonly Looked[];
  readonly isGerman: boolean;
}): string {
  const { required, found, forbidden, isGerman } = judged;
  const missing = quoteAll(required, "missing");
  const denied = quoteAll(required, "denied");
  const asserted = quoteAll(forbidden, "met");
  let reason = `${found} von ${required.length} Angaben gefunden.`;
  if (missing !== "") reason += ` Es fehlt: ${missing}.`;
  if (denied !== "") reason += ` Verneint, wo es bejaht sein muss, oder umgekehrt: ${denied}.`;
  if (asserted !== "") reason += ` Falsche Angabe behauptet: ${asserted}.`;
  if (!isGerman) {
    reason += " Antwort in anderer Sprache: nur Werte und wörtlich vorgegebene Begriffe geprüft.";
  }
  return reason;
}

function quoteAll(looked: readonly Looked[], status: FactFinding["status"]): string {
  let quotes = "";
  for (const { fact, finding } of looked) {
    if (finding.status === status) quotes += `${quotes === "" ? "" : ", "}„${fact}“`;
  }
  return quotes;
}
