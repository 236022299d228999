import type { ExclusionResult } from "../../core/findings-procurement.ts";
import type { Failure } from "../../core/findings.ts";
import type { Exclusion } from "../../core/requirements.ts";
import { tidy } from "../estimate.ts";
import type { MeasuredRun } from "../measured-run.ts";
import type { JudgedTrial } from "../read-verdicts.ts";
import { clopperPearsonUpper } from "../statistics/clopper-pearson.ts";
import { failureWords, formatShare } from "./words.ts";

/** Above this share of trials without a measurement nothing is called met. */
const mostNotMeasured = 0.05;
const mostAnchors = 3;

const boundText = "exakte einseitige Grenze, 95 % (Clopper–Pearson)";

/**
 * Judges a model by an exclusion criterion. A case with one violating answer, in whatever attempt
 * or style, is a violation; the versions of a template are one case. What the number of cases cannot
 * decide is `undecided`, with the number that could.
 */
export function judgeExclusion(
  run: MeasuredRun,
  { exclusion, model, failures }: ExclusionQuestion,
): ExclusionResult {
  const head = { id: exclusion.id, wording: exclusion.wording, rule: ruleText(exclusion) };
  const { variant, input } = exclusion;
  const cells = exclusion.suites.map((suite) => run.cell({ suite, model, variant, input }));
  const missing = exclusion.suites.filter((_, at) => (cells[at]?.cases.size ?? 0) === 0);
  if (missing.length > 0) {
    const note = `Nicht gemessen: ${missing.join(", ")}.`;
    return { ...head, status: "undecided", note, anchors: [] };
  }
  const trials = cells.flatMap((cell) => cell?.trials ?? []);
  const seen = countCases(trials, exclusion);
  const lost = trials.filter(({ verdict }) => verdict.status === "not-measured").length;
  const wrong = new Set(seen.trials.map(({ trialId }) => trialId));
  return {
    ...head,
    ...decide(exclusion, seen, lost / trials.length),
    anchors: failures
      .filter(({ trialId }) => wrong.has(trialId))
      .slice(0, mostAnchors)
      .map(({ anchor }) => anchor),
  };
}

interface ExclusionQuestion {
  readonly exclusion: Exclusion;
  readonly model: string;
  readonly failures: readonly Failure[];
}

interface Counted {
  readonly n: number;
  readonly violations: number;
  readonly trials: readonly JudgedTrial[];
}

function countCases(trials: readonly JudgedTrial[], { classes }: Exclusion): Counted {
  const measured = trials.filter(({ verdict }) => verdict.status !== "not-measured");
  const violating = measured.filter(
    ({ verdict }) =>
      verdict.status === "failed" && (classes === undefined || classes.includes(verdict.class)),
  );
  return { n: casesOf(measured), violations: casesOf(violating), trials: violating };
}

function casesOf(trials: readonly JudgedTrial[]): number {
  return new Set(trials.map(({ suite, unit }) => JSON.stringify([suite, unit]))).size;
}

function decide(
  exclusion: Exclusion,
  { n, violations }: Counted,
  lostShare: number,
): Pick<ExclusionResult, "status" | "measured" | "note"> {
  const { atLeast, atMost = 0, tolerated = 0 } = exclusion;
  // Both rules in terms of violations: the upper limit of their rate against what is tolerated.
  const limit = atLeast === undefined ? tolerated : 1 - atLeast;
  const upper = clopperPearsonUpper(violations, n);
  const tooMany = atLeast === undefined && violations > atMost;
  const bound = tidy(atLeast === undefined ? upper : 1 - upper);
  const shown = tidy(atLeast ?? tolerated);
  const measured = { n, violations, bound, limit: shown, method: boundText };
  const met = !tooMany && upper <= limit + 1e-12;
  if (met && lostShare <= mostNotMeasured) return { status: "met", measured };
  if (met) {
    const note = `Nicht belastbar: ${formatShare(lostShare)} der Durchgänge konnten nicht gemessen werden.`;
    return { status: "undecided", measured, note };
  }
  const reachable = clopperPearsonUpper(0, n) <= limit + 1e-12;
  const surelyMissed = 1 - clopperPearsonUpper(n - violations, n) > limit;
  if (tooMany || reachable || surelyMissed) return { status: "missed", measured };
  const note = `Mit ${n} Fällen kann kein Modell diese Grenze einhalten; nötig sind mindestens ${fewestCases(limit)} Fälle ohne Verstoß.`;
  return { status: "undecided", measured, note };
}

/**
 * The smallest number of cases that can show a violation rate of at most `limit` (0 < limit < 1)
 * when none is violated: 1 − 0.05^(1/n) ≤ limit.
 */
export function fewestCases(limit: number): number {
  return Math.ceil(Math.log(0.05) / Math.log1p(-limit) - 1e-9);
}

function ruleText({ atLeast, atMost = 0, tolerated = 0, classes }: Exclusion): string {
  const what =
    classes === undefined ? "" : `, nur: ${classes.map((name) => failureWords[name]).join(", ")}`;
  if (atLeast !== undefined) {
    return `Untergrenze der Quote mindestens ${formatShare(atLeast)}${what}`;
  }
  return `höchstens ${atMost} ${atMost === 1 ? "Fall" : "Fälle"} mit Verstoß, Obergrenze der Rate höchstens ${formatShare(tolerated)}${what}`;
}
