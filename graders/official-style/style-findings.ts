import { findAbbreviations } from "../text/style/abbreviation-uses.ts";
import { findModalInfinitives, findPassives } from "../text/style/passive.ts";
import { phraseFinder } from "../text/style/phrase-list.ts";
import type { StyleSentence, StyleText } from "../text/style/style-text.ts";
import { findSubjunctives } from "../text/style/subjunctive.ts";
import { findSubordinateClauses } from "../text/style/subordinate-clauses.ts";
import type { TextRange } from "../text/text-span.ts";
import { findDoubleNegations } from "./double-negation.ts";
import type kinds from "./kinds.json";
import abbreviations from "./known-abbreviations.json" with { type: "json" };
import { findNominalChains } from "./nominal-chains.ts";
import phrases from "./phrases.json" with { type: "json" };

/** A passage in Behördendeutsch. */
export interface StyleFinding extends TextRange {
  readonly kind: keyof typeof kinds;
}

/** From so many subordinate clauses on a sentence is nested. */
const fewestNested = 3;
const known = new Set(abbreviations.known.map(withoutBlanks));

const checks: readonly (readonly [
  StyleFinding["kind"],
  (sentence: StyleSentence) => TextRange[],
])[] = [
  ["nominal-chain", findNominalChains],
  ["passive", findPassives],
  ["modal-infinitive", findModalInfinitives],
  ["nested", findNested],
  ["filler", phraseFinder(phrases.filler)],
  ["official-word", phraseFinder(phrases.officialWord)],
  ["double-negation", findDoubleNegations],
  ["subjunctive", (sentence) => findSubjunctives(sentence).filter(({ certain }) => certain)],
  ["function-verb", phraseFinder(phrases.functionVerb)],
];

/** All findings of a text in the order in which they stand. */
export function findStyleFindings(text: StyleText): StyleFinding[] {
  const found = text.sentences.flatMap((sentence) =>
    checks.flatMap(([kind, find]) =>
      find(sentence).map(({ start, end }) => ({ start, end, kind })),
    ),
  );
  const findings = [...withoutOverlap(found), ...findUnexplained(text)];
  return findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** `Regelung zur Anwendung kommt` is one verb phrase and no chain of nouns. */
function withoutOverlap(findings: readonly StyleFinding[]): StyleFinding[] {
  const verbs = findings.filter(({ kind }) => kind === "function-verb");
  let next = 0;
  return findings.filter(({ kind, start, end }) => {
    if (kind !== "nominal-chain") return true;
    while (next < verbs.length && (verbs[next]?.end ?? 0) <= start) next += 1;
    const verb = verbs[next];
    return verb === undefined || verb.start >= end;
  });
}

/** The sentence, when it has three subordinate clauses or one broken off by another. */
function findNested(sentence: StyleSentence): TextRange[] {
  const clauses = findSubordinateClauses(sentence);
  const isNested = clauses.length >= fewestNested || clauses.some(({ interrupted }) => interrupted);
  return isNested ? [{ start: sentence.start, end: sentence.end }] : [];
}

/** The first use of every abbreviation that is neither known to all nor explained. */
function findUnexplained(text: StyleText): StyleFinding[] {
  const seen = new Set<string>();
  return findAbbreviations(text).flatMap(({ start, end, text: written, explained }) => {
    const key = withoutBlanks(written);
    if (explained || known.has(key) || seen.has(key)) return [];
    seen.add(key);
    return [{ start, end, kind: "abbreviation" as const }];
  });
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/gu, "");
}
