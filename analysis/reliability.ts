import type { Reliability } from "../core/findings.ts";
import { caseMeans, type CaseMean } from "./case-means.ts";
import { estimateMean, tidy, tidyEstimate, type Estimate } from "./estimate.ts";
import type { MeasuredRun } from "./measured-run.ts";
import { wilsonText } from "./method-texts.ts";
import type { JudgedTrial } from "./read-verdicts.ts";
import { orderedCells, type RowOrder } from "./row-order.ts";
import { scales } from "./statistics/interval.ts";
import { mean } from "./statistics/quantile.ts";
import { wilsonInterval } from "./statistics/wilson.ts";

/**
 * What repeating shows, for every place that was asked `k` ≥ 2 times: pass@k (right at least once),
 * pass^k (right every time), answers that flip, and the variance between the attempts of a case
 * against that between cases. Only cases with all `k` attempts measured count; with styles each
 * style of a case is looked at by itself and the case is their mean.
 *
 * Sources: Chen et al. 2021 (pass@k); Yao et al. 2024, tau-bench (pass^k). With exactly `k` measured
 * attempts both unbiased estimators are the plain shares.
 */
export function findReliability(run: MeasuredRun, order: RowOrder): Reliability[] {
  const { attempts } = run.manifest;
  if (attempts < 2) return [];
  return orderedCells(run.cells, order).flatMap((cell) => {
    const repeated = repeatedCases(cell.trials, attempts);
    const complete = repeated.filter(({ measured }) => measured === attempts);
    const share = (holds: (row: Repeated) => boolean): Estimate | undefined =>
      estimateShare(
        run,
        cell.suite,
        caseMeans(complete, (row) => Number(holds(row))),
      );
    const once = share(({ passed }) => passed > 0);
    const always = share(({ passed }) => passed === attempts);
    if (once === undefined || always === undefined) return [];
    const { suite, model, variant, input } = cell;
    const flips = caseMeans(complete, ({ passed }) => Number(passed > 0 && passed < attempts));
    return [
      {
        suite,
        model,
        variant,
        input,
        attempts,
        n: once.n,
        incomplete: repeated.length - complete.length,
        once: withoutCount(once),
        always: withoutCount(always),
        flips: tidy([...flips.values()].reduce((sum, { value }) => sum + value, 0)),
        ...variances(complete, attempts),
      },
    ];
  });
}

/** The attempts at one case under one prompt. */
interface Repeated {
  readonly case: string;
  readonly unit: string;
  readonly variant: string;
  readonly measured: number;
  readonly passed: number;
}

/** Cases that were asked more than once; baselines always answer once. */
function repeatedCases(trials: readonly JudgedTrial[], attempts: number): Repeated[] {
  const groups = Map.groupBy(trials, ({ case: id, variant }) => JSON.stringify([id, variant]));
  return [...groups.values()].flatMap((members) => {
    const counted = members.filter(({ attempt }) => attempt <= attempts);
    const [first] = counted;
    if (first === undefined || counted.length < 2) return [];
    const measured = counted.filter(({ verdict }) => verdict.status !== "not-measured");
    const passed = measured.filter(({ verdict }) => verdict.status === "passed").length;
    const { unit, variant } = first;
    return [{ case: first.case, unit, variant, measured: measured.length, passed }];
  });
}

function estimateShare(
  run: MeasuredRun,
  suite: string,
  cases: ReadonlyMap<string, CaseMean>,
): Estimate | undefined {
  const values = [...cases.values()].map(({ value }) => value);
  if (values.length === 0) return undefined;
  if (values.every((value) => value === 0 || value === 1)) {
    const count = values.filter((value) => value === 1).length;
    const interval = wilsonInterval(count, values.length);
    return tidyEstimate({ n: values.length, value: mean(values), ...interval, method: wilsonText });
  }
  const sample = { suite, stream: run.streamOf(suite), values };
  return estimateMean([sample], {
    resampler: run.resampler,
    scale: scales.share,
    paired: false,
  });
}

/**
 * Variance of pass/fail (0 or 1) between the attempts of a case and between the cases, by the method
 * of moments (one-way random effects); absent with fewer than two cases.
 */
function variances(
  repeated: readonly Repeated[],
  attempts: number,
): Pick<Reliability, "withinVariance" | "betweenVariance"> {
  if (repeated.length < 2) return {};
  const shares = repeated.map(({ passed }) => passed / attempts);
  const within = mean(shares.map((share) => (share * (1 - share) * attempts) / (attempts - 1)));
  const centre = mean(shares);
  const spread =
    shares.reduce((sum, share) => sum + (share - centre) ** 2, 0) / (shares.length - 1);
  return {
    withinVariance: tidy(within),
    betweenVariance: tidy(Math.max(0, spread - within / attempts)),
  };
}

function withoutCount({ value, low, high, method }: Estimate): Reliability["once"] {
  return { value, low, high, method };
}
