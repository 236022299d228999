import { trainedVariant } from "../../core/suite.ts";
import type { Cell, MeasuredRun } from "../measured-run.ts";
import { orderModels } from "../model-order.ts";
import { pairCases, type PairedSample } from "../paired-cases.ts";
import type { JudgedTrial } from "../read-verdicts.ts";
import { mean } from "../statistics/quantile.ts";

/** How the differences between two sides scatter over the cases of an earlier run. */
export interface PairedSpread {
  /** German: what was compared. */
  readonly what: string;
  /** Differences less the mean of their suite: they scatter around 0. */
  readonly residuals: readonly number[];
  /** Variance of the difference between cases, without what attempts add; as seen when not separable. */
  readonly between: number;
  /** Variance that one attempt adds; absent when the run asked once. */
  readonly perAttempt?: number;
  /** Attempts of the earlier run. */
  readonly attempts: number;
}

/**
 * The spread of paired differences in a run: the two best models with the trained prompt, or with a
 * single model its trained prompt against its untrained one. `undefined` when the run compares nothing.
 */
export function pairedSpread(run: MeasuredRun): PairedSpread | undefined {
  const [a, b] = orderModels(run).filter(({ kind }) => kind !== "baseline");
  if (a === undefined) return undefined;
  const place = (model: string, variant: string) => ({ model, variant, input: run.mainInput });
  const places =
    b === undefined
      ? [place(a.id, trainedVariant), place(a.id, "untrained")]
      : [place(a.id, trainedVariant), place(b.id, trainedVariant)];
  const [first, second] = places;
  if (first === undefined || second === undefined) return undefined;
  const samples = pairCases(run, [
    { place: first, sign: 1 },
    { place: second, sign: -1 },
  ]);
  if (samples.length === 0) return undefined;
  const what = b === undefined ? `${a.id}, geschult gegen ungeschult` : `${a.id} gegen ${b.id}`;
  return spreadOfPairs(samples, { what, attempts: run.manifest.attempts });
}

function spreadOfPairs(
  samples: readonly PairedSample[],
  { what, attempts }: Pick<PairedSpread, "what" | "attempts">,
): PairedSpread {
  const residuals = samples.flatMap(({ values }) => {
    const centre = mean(values);
    return values.map((value) => value - centre);
  });
  const degrees = Math.max(1, residuals.length - samples.length);
  const total = residuals.reduce((sum, value) => sum + value ** 2, 0) / degrees;
  const noise = samples.flatMap(({ cells, cases }) =>
    cells.map((cell) => attemptVariance(cell, new Set(cases))),
  );
  if (attempts < 2 || noise.some((value) => value === undefined)) {
    return { what, residuals, between: total, attempts };
  }
  // Two sides per suite: their variances add, suites average.
  const perAttempt = noise.reduce<number>((sum, value) => sum + (value ?? 0), 0) / samples.length;
  const between = Math.max(0, total - perAttempt / attempts);
  return { what, residuals, between, perAttempt, attempts };
}

/** What a single attempt adds to the variance of a case's value; `undefined` if none was repeated. */
function attemptVariance(cell: Cell, cases: ReadonlySet<string>): number | undefined {
  const trials = cell.trials.filter(
    ({ unit, verdict }) => cases.has(unit) && verdict.status !== "not-measured",
  );
  const byUnit = Map.groupBy(trials, ({ unit }) => unit);
  const variances = [...byUnit.values()].flatMap((own) => {
    const questions = [...Map.groupBy(own, ({ case: id, variant }) => `${id} ${variant}`).values()];
    const repeated = questions.flatMap((answers) => passVariance(answers) ?? []);
    return repeated.length === 0 ? [] : [mean(repeated) / questions.length];
  });
  return variances.length === 0 ? undefined : mean(variances);
}

function passVariance(answers: readonly JudgedTrial[]): number | undefined {
  const k = answers.length;
  if (k < 2) return undefined;
  const share = answers.filter(({ verdict }) => verdict.status === "passed").length / k;
  return (share * (1 - share) * k) / (k - 1);
}
