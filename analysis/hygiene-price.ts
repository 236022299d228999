import type { HygienePrice } from "../core/findings.ts";
import type { ModelDescription } from "../core/model.ts";
import { noVariant } from "../core/suite.ts";
import { caseMeans } from "./case-means.ts";
import { estimateMean, tidy, tidyEstimate, type Estimate } from "./estimate.ts";
import type { Cell, MeasuredRun } from "./measured-run.ts";
import { wilsonText } from "./method-texts.ts";
import { estimatePaired, pairCases, pairedRows, type PairedSample } from "./paired-cases.ts";
import type { JudgedTrial } from "./read-verdicts.ts";
import { scales } from "./statistics/interval.ts";
import type { Sample } from "./statistics/resampler.ts";
import { weightedMean } from "./statistics/shares.ts";
import { wilsonInterval } from "./statistics/wilson.ts";

/**
 * Price of hygiene: pass rate on raw − on pseudonymised input, on the cases that have both, for
 * every model and variant; and how many answers kept the placeholders they needed. Baselines read
 * no prompt and pay no price.
 */
export function findHygienePrice(
  run: MeasuredRun,
  models: readonly ModelDescription[],
): HygienePrice[] {
  const variants = run.variants.filter((variant) => variant !== noVariant);
  return models
    .filter(({ kind }) => kind !== "baseline")
    .flatMap(({ id: model }) =>
      variants.flatMap((variant) => {
        const samples = pairCases(run, [
          { place: { model, variant, input: "raw" }, sign: 1 },
          { place: { model, variant, input: "pseudonymised" }, sign: -1 },
        ]);
        return pairedRows(run, samples).flatMap((row) => {
          const estimate = estimatePaired(run, row.samples, scales.difference);
          if (estimate === undefined) return [];
          const names = { suite: row.suite, model, variant };
          return [priceRow(run, { names, samples: row.samples, estimate })];
        });
      }),
    );
}

interface PriceParts {
  readonly names: Pick<HygienePrice, "suite" | "model" | "variant">;
  readonly samples: readonly PairedSample[];
  readonly estimate: Estimate;
}

function priceRow(run: MeasuredRun, { names, samples, estimate }: PriceParts): HygienePrice {
  const { n, value: difference, low, high, method } = estimate;
  const kept = placeholdersKept(run, samples);
  return {
    ...names,
    n,
    raw: sideRate(samples, 0),
    pseudonymised: sideRate(samples, 1),
    difference,
    low,
    high,
    method,
    ...(kept !== undefined && { placeholdersKept: kept }),
  };
}

/** Rate of one side on the paired cases, suites by their weights. */
function sideRate(samples: readonly PairedSample[], side: number): number {
  return tidy(
    weightedMean(
      samples.map(({ cells, cases, weight }) => ({
        values: cases.flatMap((id) => cells[side]?.cases.get(id)?.value ?? []),
        weight,
      })),
    ),
  );
}

/** Over the answers to pseudonymised input that needed a placeholder; one vote a case. */
function placeholdersKept(
  run: MeasuredRun,
  samples: readonly PairedSample[],
): Estimate | undefined {
  const kept = samples.flatMap(({ suite, stream, weight, cells }): Sample[] => {
    const pseudonymised: Cell | undefined = cells[1];
    const cases = caseMeans(pseudonymised?.trials ?? [], keepsPlaceholders);
    const values = [...cases.values()].map(({ value }) => value);
    return values.length === 0 ? [] : [{ suite, stream, weight, values }];
  });
  const [only] = kept;
  if (kept.length === 1 && only?.values.every((value) => value === 0 || value === 1) === true) {
    const seen = only.values.filter((value) => value === 1).length;
    const n = only.values.length;
    return tidyEstimate({ n, value: seen / n, ...wilsonInterval(seen, n), method: wilsonText });
  }
  const options = { resampler: run.resampler, scale: scales.share, paired: false };
  return withoutError(estimateMean(kept, options));
}

function keepsPlaceholders({ scores }: JudgedTrial): number | undefined {
  for (const grader of [...scores.keys()].toSorted()) {
    const score = scores.get(grader)?.score;
    if (score?.status !== "scored") continue;
    const { placeholdersNeeded: needed, placeholdersKept: kept } = score.measures;
    if (needed !== undefined && kept !== undefined && needed > 0) return kept >= needed ? 1 : 0;
  }
  return undefined;
}

function withoutError(estimate: Estimate | undefined): Estimate | undefined {
  if (estimate === undefined) return undefined;
  const { n, value, low, high, method } = estimate;
  return { n, value, low, high, method };
}
