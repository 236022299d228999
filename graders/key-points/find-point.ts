import type { AnswerIndex } from "../facts/answer-index.ts";
import type { FactPhrase } from "../facts/fact-phrase.ts";
import { findFact } from "../facts/find-fact.ts";
import { findForeignFact } from "../facts/foreign-fact.ts";
import { findLoosely } from "./find-loosely.ts";
import type { PointFinding } from "./point-finding.ts";

interface PointSearch {
  /** Share (0..1) of the words of a point that has to stand in one or two sentences. */
  readonly share: number;
  readonly isGerman: boolean;
}

const options = { strict: false };
const missing: PointFinding = { status: "missing", place: undefined };

/**
 * Looks for a key point. First as a fact: all its words and values, close together. Else enough of
 * its words and all of its values in one sentence or two that follow each other, neither denied nor
 * asked. With the words there but another value in place of its own, or denied, it is contradicted.
 */
export function findPoint(
  index: AnswerIndex,
  phrases: readonly FactPhrase[],
  search: PointSearch,
): PointFinding {
  const fact = search.isGerman
    ? findFact(index, phrases, options)
    : findForeignFact(index, phrases, options);
  if (fact.status === "met") return { status: "carried", place: fact.place };
  if (!search.isGerman) return missing;
  let contradicted: PointFinding | undefined;
  for (const phrase of phrases) {
    const loose = findLoosely(index, phrase, search.share);
    if (loose.status === "carried") return loose;
    if (loose.status === "contradicted") contradicted ??= loose;
  }
  if (fact.status === "denied") return { status: "contradicted", place: fact.place };
  return contradicted ?? missing;
}
