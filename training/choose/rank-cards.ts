import type { Card } from "../../core/card.ts";
import type { Case } from "../../core/case.ts";
import type { Judges, Material } from "../material.ts";
import { isNearDouble, signatureOf } from "../text/likeness.ts";
import { isOnTopic, looksPlausible } from "../text/plausible.ts";

/** A failure that can teach, with what it would teach. */
export interface Candidate {
  readonly card: Card;
  readonly case: Case;
  /** The strongest first. */
  readonly competences: readonly string[];
}

/** Why failures were left out, and how many. */
export type Skipped = Map<SkipReason, number>;
export type SkipReason =
  "protection" | "no-case" | "trivial" | "baseline" | "near-double" | "unsolvable";

/**
 * Failures that teach, in the order in which they are tried: real models, invented or public cases,
 * clear evidence, not trivial, plausible at first sight before garbage, one competence before several; spread over competence, suite,
 * difficulty and whether it is one of a pair; no near doubles. Pure; the order depends on the run only.
 */
export function rankCards(material: Material, judges: Judges, skipped: Skipped): Candidate[] {
  const candidates = material.cards.flatMap((card) =>
    candidateOf(card, { material, judges, skipped }),
  );
  const buckets = Map.groupBy(candidates, ({ card, case: graded, competences }) =>
    JSON.stringify([
      competences[0],
      card.suite,
      graded.difficulty,
      card.reasons.some(({ grader }) => grader === "pair"),
    ]),
  );
  const queues = [...buckets.values()].map((bucket) => bucket.toSorted(compareCandidates));
  const inTurns = takeTurns(orderByNeed(queues, material));
  const [plausible, others] = [
    inTurns.filter(isPlausible),
    inTurns.filter((one) => !isPlausible(one)),
  ];
  return withoutDoubles([...plausible, ...others], skipped);
}

interface Sieve {
  readonly material: Material;
  readonly judges: Judges;
  readonly skipped: Skipped;
}

function candidateOf(card: Card, { material, judges, skipped }: Sieve): Candidate[] {
  const graded = material.caseOf(card.suite, card.case);
  const reason = reasonToSkip(card, graded, material);
  if (reason !== undefined || graded === undefined) {
    count(skipped, reason ?? "no-case");
    return [];
  }
  return [{ card, case: graded, competences: judges.competences(card) }];
}

export function count(skipped: Skipped, reason: SkipReason): void {
  skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
}

/** Data classes whose texts may leave in an exercise. */
const mayLeave = new Set(["synthetic", "public"]);

function reasonToSkip(
  card: Card,
  graded: Case | undefined,
  { models }: Material,
): SkipReason | undefined {
  if (!models.includes(card.model)) return "baseline";
  if (graded === undefined) return "no-case";
  if (!mayLeave.has(graded.protection)) return "protection";
  return isTrivial(card) ? "trivial" : undefined;
}

/** Nothing can be learnt from an empty answer, a stammer, or one that nobody gave a reason against. */
function isTrivial(card: Card): boolean {
  if (card.class === "empty" || card.class === "unparseable" || card.reasons.length === 0)
    return true;
  const words =
    card.answer
      .slice(0, 5000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 4 || new Set(words).size / words.length < 0.25;
}

/** Wrong, but not at first sight. */
function isPlausible({ card, case: graded }: Candidate): boolean {
  return (
    card.class !== "wrong-language" && looksPlausible(card.answer) && isOnTopic(card.answer, graded)
  );
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(isPlausible(b)) - Number(isPlausible(a)) ||
    a.competences.length - b.competences.length ||
    Number(b.card.evidence.length > 0) - Number(a.card.evidence.length > 0) ||
    b.case.severity / b.case.detectability - a.case.severity / a.case.detectability ||
    compare(a.card.trialId, b.card.trialId)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Buckets of competences with the greatest need come first; those without a need after them. */
function orderByNeed(queues: readonly Candidate[][], { needs }: Material): Candidate[][] {
  const place = (queue: readonly Candidate[]): number => {
    const at = needs.findIndex(({ competence }) => competence === queue[0]?.competences[0]);
    return at === -1 ? needs.length : at;
  };
  return queues.toSorted((a, b) => place(a) - place(b));
}

/** One of each queue in turn, until all are empty. */
function takeTurns(queues: readonly (readonly Candidate[])[]): Candidate[] {
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }).flatMap((_, turn) =>
    queues.flatMap((queue) => queue[turn] ?? []),
  );
}

function withoutDoubles(candidates: readonly Candidate[], skipped: Skipped): Candidate[] {
  const kept: Candidate[] = [];
  const signatures = new Map<string, (readonly number[])[]>();
  for (const candidate of candidates) {
    const own = signatureOf(candidate.card.answer);
    const key = JSON.stringify([candidate.card.suite, candidate.card.case]);
    const before = signatures.get(key) ?? [];
    if (before.some((one) => isNearDouble(one, own))) {
      count(skipped, "near-double");
      continue;
    }
    signatures.set(key, [...before, own]);
    kept.push(candidate);
  }
  return kept;
}
