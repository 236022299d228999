import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { certaintyReader } from "./calibration/sentence-certainty.ts";
import { indexAnswer, type AnswerIndex } from "./facts/answer-index.ts";
import { readFacts, type FactPhrase } from "./facts/fact-phrase.ts";
import { findFact } from "./facts/find-fact.ts";
import { sortSentences } from "./text/sorted-sentences.ts";

const options = z.strictObject({});
type Context = GraderContext<z.output<typeof options>>;

/**
 * Does the answer sound as sure as it is right? A hint. Every claim on one of the authored facts
 * (`expected.facts`, `expected.forbidden`) gets a certainty c by the wording of its sentence: 0.4
 * „vielleicht“, 0.6 „wahrscheinlich“, 0.85 plain, 0.95 „definitiv“; a caveat elsewhere („ohne
 * Gewähr“) takes 0.15. The value (0..1) is the mean of 1 − (c − r)² with r = 1 for a right and 0 for
 * a wrong claim (after Brier's score); threshold 0.75. Saying that one does not know where facts are
 * missing counts as a claim with c = 0.1 and r = 0.
 *
 * `measures`: `claims`, `right`, `certainty` (mean c), `overconfident` (wrong with c > 0.8),
 * `underconfident` (right with c < 0.7).
 *
 * Unscored: a case without `expected.facts`; an answer without any claim on an authored fact; other
 * languages than German. Not measured: claims on anything else, certainty expressed over several
 * sentences, whether hedging is usual for the kind of text; one answer says little about
 * calibration, only many do.
 *
 * @example
 * calibration.grade({
 *   answer: "Der Ausweis kostet definitiv 37 Euro.",
 *   case: { expected: { facts: ["46 Euro"], forbidden: ["37 Euro"] } },
 * }).score; // value 0.0975
 */
export const calibration = defineGrader({
  name: "calibration",
  version: "6",
  title: "Klingt so sicher, wie sie richtig ist",
  needs: ["expected.facts"],
  options,
  threshold: 0.75,
  judge: judgeCalibration,
});

interface Claim {
  readonly fact: string;
  readonly start: number;
  readonly end: number;
  readonly isRight: boolean;
  /** 0..1 */
  readonly certainty: number;
}

function judgeCalibration(answer: string, context: Context): Judgement {
  const { expected = {}, input } = context.case;
  if ((expected.language ?? "de") !== "de") {
    return { status: "unscored", reason: "Nur für deutsche Antworten." };
  }
  const index = indexAnswer(answer, (input?.question ?? "").normalize("NFC"));
  const { claims, missing } = findClaims(index, expected);
  if (missing > 0) claims.push(...admissions(index, context));
  if (claims.length === 0) {
    return {
      status: "unscored",
      reason: "Die Antwort legt sich auf keine der vorgegebenen Angaben fest.",
    };
  }
  const mean = (of: (claim: Claim) => number): number =>
    claims.reduce((sum, claim) => sum + of(claim), 0) / claims.length;
  const count = (test: (claim: Claim) => boolean): number => claims.filter(test).length;
  return {
    status: "scored",
    value: mean(({ certainty, isRight }) => 1 - (certainty - (isRight ? 1 : 0)) ** 2),
    reason: reasonOf(claims),
    measures: {
      claims: claims.length,
      right: count(({ isRight }) => isRight),
      certainty: mean(({ certainty }) => certainty),
      overconfident: count(isOverconfident),
      underconfident: count(isUnderconfident),
    },
    evidence: claims.map(({ fact, start, end, isRight }) => {
      return { start, end, kind: isRight ? "right" : "wrong", rule: fact };
    }),
  };
}

const none: readonly string[] = [];

function findClaims(
  index: AnswerIndex,
  expected: {
    readonly facts?: readonly string[] | undefined;
    readonly forbidden?: readonly string[] | undefined;
  },
): { readonly claims: Claim[]; readonly missing: number } {
  const certaintyAt = certaintyReader(index.content);
  const claims: Claim[] = [];
  let missing = 0;
  const look = (fact: string, phrases: readonly FactPhrase[], strict: boolean): void => {
    const finding = findFact(index, phrases, { strict });
    if (finding.status === "missing" || (strict && finding.status === "denied")) {
      missing += strict ? 0 : 1;
      return;
    }
    const isRight = !strict && finding.status === "met";
    claims.push({ fact, ...finding.place, isRight, certainty: certaintyAt(finding.place.start) });
  };
  const lookForAll = (facts: readonly string[], strict: boolean): void => {
    const read = readFacts(facts);
    for (const [number, fact] of facts.entries()) look(fact, read[number] ?? [], strict);
  };
  lookForAll(expected.facts ?? none, false);
  lookForAll(expected.forbidden ?? none, true);
  return { claims, missing };
}

/** How sure an answer sounds that says it does not know. */
const admittedCertainty = 0.1;

function admissions(index: AnswerIndex, context: Context): Claim[] {
  const sentence = sortSentences(index.content, context.case).find(
    ({ tellsNothing }) => tellsNothing,
  );
  if (sentence === undefined) return [];
  const { start, end } = sentence;
  return [{ fact: "weiß es nicht", start, end, isRight: false, certainty: admittedCertainty }];
}

function isOverconfident({ isRight, certainty }: Claim): boolean {
  return !isRight && certainty > 0.8;
}

function isAdmitted({ certainty }: Claim): boolean {
  return certainty === admittedCertainty;
}

function isUnderconfident({ isRight, certainty }: Claim): boolean {
  return isRight && certainty < 0.7;
}

function reasonOf(claims: readonly Claim[]): string {
  const quote = (test: (claim: Claim) => boolean): string =>
    claims
      .filter(test)
      .map(({ fact }) => `„${fact}“`)
      .join(", ");
  const [over, under] = [quote(isOverconfident), quote(isUnderconfident)];
  const unsure = quote((claim) => !claim.isRight && !isOverconfident(claim) && !isAdmitted(claim));
  const sentences = [
    over === "" ? "" : `Falsch, klingt aber sicher: ${over}.`,
    unsure === "" ? "" : `Falsch, wenn auch mit Vorbehalt: ${unsure}.`,
    under === "" ? "" : `Richtig, klingt aber unsicher: ${under}.`,
  ].filter((sentence) => sentence !== "");
  return sentences.length > 0
    ? sentences.join(" ")
    : "Die Wortwahl passt dazu, was richtig und falsch ist.";
}
