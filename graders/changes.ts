import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { findClaims, type Claim } from "./changes/claims.ts";
import { matchChanges, type ChangeMatch } from "./changes/match-changes.ts";
import type { ExpectedChange } from "./changes/signature.ts";

const options = z.strictObject({});

/**
 * Does the answer find what changed between two versions, and nothing that did not? The value is
 * the F1 (0..1) of precision (share of claimed changes that are in `expected.changes`) and recall
 * (share of `expected.changes` that are claimed). Claims are list items, table rows and sentences
 * that speak of a change; one names an authored change when it holds its new values and half of
 * its new words, for a deletion those that are gone. Old and new swapped is wrong: which is which the claim says („bisher … jetzt“,
 * „statt“, „(alt)“), else values by their order. ` / ` in an authored change parts equivalents;
 * versions that differ only in small words or in order are told by these.
 *
 * Where the case says whether the meaning changes, a claim of the other kind („nur redaktionell“)
 * does not count; one that says nothing of it does. Threshold 0.8. Measures: `changes`, `found`,
 * `claims`, `rightClaims`, `precision`, `recall`, `kindsSaid`, `kindsRight`.
 *
 * Unscored: a case without changes.
 * Does not measure: changes in paraphrase that share no value and too few words with the authored
 * passage; whether a claim names the right place in the document; two changes that are alike.
 *
 * @example
 * changes.grade({
 *   answer: "- Die Frist wurde von zwei Wochen auf einen Monat verlängert.",
 *   case: { expected: { changes: [{ old: "Frist von zwei Wochen", new: "Frist von einem Monat" }] } },
 * }).score; // value 1
 */
export const changes = defineGrader({
  name: "changes",
  version: "5",
  title: "Findet die Änderungen zwischen zwei Fassungen",
  needs: ["expected.changes"],
  options,
  threshold: 0.8,
  judge: judgeChanges,
});

function judgeChanges(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const expected = context.case.expected?.changes ?? [];
  const claims = findClaims(answer);
  const matches = matchChanges(answer, claims, expected);
  const right = matches.filter(({ isMisjudged }) => !isMisjudged);
  const found = new Set(right.map(({ change }) => change));
  const rightClaims = new Set(right.map(({ claim }) => claim));
  const recall = found.size / expected.length;
  const precision = claims.length === 0 ? 0 : rightClaims.size / claims.length;
  return {
    status: "scored",
    value: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    reason: reasonFor({ answer, expected, claims, matches, found, rightClaims }),
    measures: {
      changes: expected.length,
      found: found.size,
      claims: claims.length,
      rightClaims: rightClaims.size,
      precision,
      recall,
      ...kindMeasures(claims, expected, matches),
    },
    evidence: claims.map(({ start, end }, number) => ({
      start,
      end,
      kind: rightClaims.has(number) ? "change" : "no-change",
    })),
  };
}

/** Of the claims that name a change: how many say its kind, and how many rightly. */
function kindMeasures(
  claims: readonly Claim[],
  expected: readonly ExpectedChange[],
  matches: readonly ChangeMatch[],
): { readonly kindsSaid: number; readonly kindsRight: number } {
  const said = matches.filter(({ change, claim }) => {
    return claims[claim]?.kind !== undefined && expected[change]?.meaning !== undefined;
  });
  return {
    kindsSaid: said.length,
    kindsRight: said.filter(({ isMisjudged }) => !isMisjudged).length,
  };
}

/** Most passages that a reason quotes. */
const longestList = 4;

function reasonFor(judged: {
  readonly answer: string;
  readonly expected: readonly ExpectedChange[];
  readonly claims: readonly Claim[];
  readonly matches: readonly ChangeMatch[];
  readonly found: ReadonlySet<number>;
  readonly rightClaims: ReadonlySet<number>;
}): string {
  const { answer, expected, claims, matches, found, rightClaims } = judged;
  const named = new Set(matches.map(({ claim }) => claim));
  const missing = expected.filter((_change, number) => !found.has(number));
  const wrong = claims.filter((_claim, number) => !named.has(number));
  const misjudged = matches.filter(({ isMisjudged, change }) => isMisjudged && !found.has(change));
  return [
    `${found.size} von ${expected.length} Änderungen genannt; ${rightClaims.size} von ${claims.length} genannten sind welche.`,
    listOf("Es fehlt", missing.map(changeText)),
    listOf(
      "Als falsche Art eingeordnet",
      misjudged.flatMap(({ change }) => textOf(expected[change])),
    ),
    listOf(
      "Keine Änderung",
      wrong.map(({ start, end }) => `„${shortened(answer.slice(start, end))}“`),
    ),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function textOf(change: ExpectedChange | undefined): string[] {
  return change === undefined ? [] : [changeText(change)];
}

function changeText(change: ExpectedChange): string {
  if (change.old === "") return `neu „${shortened(change.new)}“`;
  if (change.new === "") return `gestrichen „${shortened(change.old)}“`;
  return `„${shortened(change.old)}“ → „${shortened(change.new)}“`;
}

function listOf(opening: string, texts: readonly string[]): string {
  if (texts.length === 0) return "";
  const rest = texts.length - longestList;
  const more = rest > 0 ? ` und ${rest} weitere` : "";
  return `${opening}: ${texts.slice(0, longestList).join("; ")}${more}.`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}
