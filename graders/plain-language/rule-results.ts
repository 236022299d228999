import { checkLayout } from "./check-layout.ts";
import { checkSentences } from "./check-sentences.ts";
import { checkTerms } from "./check-terms.ts";
import { checkWords } from "./check-words.ts";
import type { PlainFinding, PlainReading } from "./plain-reading.ts";
import rules from "./rules.json" with { type: "json" };

export type PlainTarget = "einfach" | "leicht";

/** What became of one check. */
export interface RuleResult {
  readonly check: string;
  /** Number in BITV 2.0 Anlage 2 Teil 2; other checks name their source. */
  readonly number: string | undefined;
  readonly source: string | undefined;
  readonly title: string;
  /** A check with the strength `hint` is shown and never broken. */
  readonly strength: "rule" | "hint";
  readonly breaches: readonly PlainFinding[];
  readonly hints: readonly PlainFinding[];
  readonly met: boolean;
}

/** From so many sentences on a text should address its reader. */
const fewestToAddress = 3;
const address =
  /(?<!\p{L})(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?|[Dd](?:u|ich|ir|ein(?:e[nmrs]?)?))(?!\p{L})/u;

/**
 * Runs all checks that apply to the text. A rule is met when at most `tolerance` (share of the
 * sentences) breach it.
 */
export function resultsOf(
  reading: PlainReading,
  { target, tolerance }: { readonly target: PlainTarget; readonly tolerance: number },
): RuleResult[] {
  const findings = [
    ...checkWords(reading),
    ...checkSentences(reading),
    ...checkLayout(reading),
    ...checkTerms(reading),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
  const most = tolerance * reading.style.sentences.length;
  const byCheck = Map.groupBy(findings, ({ check }) => check);
  return rules.checks.flatMap((rule) => {
    const { check, number, source, title, [target]: strength } = rule;
    if (strength === "off" || !applies(check, reading)) return [];
    const own = byCheck.get(check) ?? [];
    const isRule = strength === "rule";
    const breaches = isRule ? own.filter(({ certain }) => certain) : [];
    const hints = isRule ? own.filter(({ certain }) => !certain) : own;
    const met = check === "directAddress" ? address.test(reading.text) : breaches.length <= most;
    return [
      { check, number, source, title, strength: isRule ? "rule" : "hint", breaches, hints, met },
    ];
  });
}

function applies(check: string, { terms, style }: PlainReading): boolean {
  if (check === "termConsistency") return terms.length > 0;
  return check !== "directAddress" || style.sentences.length >= fewestToAddress;
}
