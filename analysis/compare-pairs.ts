import type { Comparison } from "../core/findings.ts";
import { tidy } from "./estimate.ts";
import type { MeasuredRun } from "./measured-run.ts";
import {
  allSuites,
  equivalenceMargin,
  equivalenceText,
  mcnemarText,
  signFlipText,
} from "./method-texts.ts";
import {
  estimatePaired,
  pairCases,
  pairedRows,
  type PairedRow,
  type PairedSample,
  type Term,
} from "./paired-cases.ts";
import { equivalenceP } from "./statistics/equivalence.ts";
import { scales } from "./statistics/interval.ts";
import { mcnemarP } from "./statistics/mcnemar.ts";
import { sharesOf } from "./statistics/shares.ts";
import { signFlipDraws, signFlipTest } from "./statistics/sign-flip.ts";

/** Two things to be compared on the same cases. */
export interface Contrast {
  readonly kind: Comparison["kind"];
  readonly a: { readonly name: string; readonly place: Term["place"] };
  readonly b: { readonly name: string; readonly place: Term["place"] };
  readonly within: string[];
}

/** A comparison and the differences inside each case it rests on. */
export interface ComparedRow {
  readonly comparison: Comparison;
  readonly samples: readonly PairedSample[];
}

/**
 * Compares a with b in every suite they share and over all of these, before Holm. Exact McNemar in
 * a suite where each case has one measured attempt on both sides; else, and over several suites,
 * the sign-flip permutation test, whose statistic gives every suite its weight. In a run of
 * one suite there is no row `alle`: it would be the same hypothesis twice in the family.
 */
export function comparePairs(run: MeasuredRun, contrast: Contrast): ComparedRow[] {
  const samples = pairCases(run, [
    { place: contrast.a.place, sign: 1 },
    { place: contrast.b.place, sign: -1 },
  ]);
  return pairedRows(run, samples)
    .filter((row) => row.suite !== allSuites || row.samples.length > 1)
    .flatMap((row) => compareRow(run, contrast, row));
}

function compareRow(run: MeasuredRun, contrast: Contrast, row: PairedRow): ComparedRow[] {
  const estimate = estimatePaired(run, row.samples, scales.difference);
  if (estimate === undefined) return [];
  const values = row.samples.flatMap((sample) => sample.values);
  const aOnly = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const bOnly = values.reduce((sum, value) => sum + Math.max(0, -value), 0);
  const test = testRow(row, { aOnly, bOnly, seed: run.manifest.seed });
  const byConstruction = row.samples.every(isSameCall);
  const { standardError } = estimate;
  const comparison: Comparison = {
    kind: contrast.kind,
    a: contrast.a.name,
    b: contrast.b.name,
    suite: row.suite,
    within: [...contrast.within],
    n: estimate.n,
    aOnly: tidy(aOnly),
    bOnly: tidy(bOnly),
    difference: estimate.value,
    low: estimate.low,
    high: estimate.high,
    p: test.p,
    pHolm: 1,
    method: `${test.method}; Intervall der Differenz: ${estimate.method}`,
    distinguishable: false,
    byConstruction,
    ...(standardError !== undefined && { standardError }),
    ...(!byConstruction && { equivalence: testEquivalence(row) }),
  };
  return [{ comparison, samples: row.samples }];
}

/** Before Holm, as the test for a difference. */
function testEquivalence({ samples }: PairedRow): Comparison["equivalence"] {
  const values = samples.map((sample) => sample.values);
  const isPassFail = values.length === 1 && values.flat().every((value) => Number.isInteger(value));
  const p = equivalenceP(values, equivalenceMargin, sharesOf(samples));
  const method = equivalenceText(isPassFail);
  return { margin: equivalenceMargin, p, pHolm: p, equivalent: false, method };
}

function testRow(
  { samples }: PairedRow,
  { aOnly, bOnly, seed }: { readonly aOnly: number; readonly bOnly: number; readonly seed: number },
): { readonly p: number; readonly method: string } {
  const [only] = samples;
  if (samples.length === 1 && only !== undefined && isSingleAttempt(only)) {
    return { p: mcnemarP(aOnly, bOnly), method: mcnemarText };
  }
  const { p, exact } = signFlipTest(
    samples.map(({ values }) => values),
    seed,
    samples.length > 1 ? samples.map(({ weight }) => weight) : [1],
  );
  return { p, method: signFlipText(exact, signFlipDraws) };
}

function isSingleAttempt({ cells, cases }: PairedSample): boolean {
  return cells.every((cell) => cases.every((id) => cell.cases.get(id)?.count === 1));
}

/** True when both sides sent the very same calls, so that they cannot differ. */
function isSameCall({ cells, cases }: PairedSample): boolean {
  const [a, b] = cells.map((cell) => {
    const wanted = new Set(cases);
    return cell.trials
      .filter((trial) => wanted.has(trial.unit))
      .map((trial) => (trial.callHash === "" ? "" : `${trial.case} ${trial.callHash}`))
      .toSorted();
  });
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  return a.every((call, at) => call !== "" && call === b[at]);
}
