import type { Exposure, Findings } from "../core/findings.ts";
import type { ExposureRow } from "../core/manifest.ts";
import { variantGroup } from "../core/suite.ts";
import { caseMeans } from "./case-means.ts";
import { estimateMean, tidy } from "./estimate.ts";
import { sortVariants, type MeasuredRun } from "./measured-run.ts";
import { scales } from "./statistics/interval.ts";
import { mean } from "./statistics/quantile.ts";

type ExposureDifference = Findings["exposureDifferences"][number];

/** Protected items per case in one variant group and input of a suite. */
interface ExposureCell {
  readonly suite: string;
  readonly variant: string;
  readonly input: ExposureRow["input"];
  readonly cases: ReadonlyMap<string, number>;
}

/** Exposure (design: data hygiene): what staff would give away, counted without any model. */
export function findExposure(run: MeasuredRun): Exposure[] {
  return exposureCells(run).flatMap(({ suite, variant, input, cases }) => {
    const sample = { suite, stream: run.streamOf(suite), values: [...cases.values()] };
    const options = { resampler: run.resampler, scale: scales.count, paired: false };
    const estimate = estimateMean([sample], options);
    if (estimate === undefined) return [];
    const { n, value, low, high, method } = estimate;
    return [{ suite, variant, input, n, value, low, high, method }];
  });
}

/**
 * Differences in exposure: between variants on the same input, and between inputs under the same
 * variant. One that is 0 in every case is so by construction (the same text goes out) and no
 * finding; where all cases differ by the same number there is no spread to build an interval on.
 */
export function findExposureDifferences(run: MeasuredRun): ExposureDifference[] {
  const cells = exposureCells(run);
  return cells.flatMap((a, at) =>
    cells.slice(at + 1).flatMap((b) => {
      if (a.suite !== b.suite) return [];
      if (a.input === b.input) return differenceRow(run, "variant", [a, b]);
      return a.variant === b.variant ? differenceRow(run, "input", [a, b]) : [];
    }),
  );
}

function differenceRow(
  run: MeasuredRun,
  kind: ExposureDifference["kind"],
  [a, b]: readonly [ExposureCell, ExposureCell],
): ExposureDifference[] {
  const { suite } = a;
  const values = [...a.cases].flatMap(([id, items]) => {
    const other = b.cases.get(id);
    return other === undefined ? [] : [tidy(items - other)];
  });
  if (values.length === 0) return [];
  const names =
    kind === "variant"
      ? { a: a.variant, b: b.variant, within: [a.input] }
      : { a: a.input, b: b.input, within: [a.variant] };
  const row = { kind, suite, ...names, n: values.length, difference: tidy(mean(values)) };
  const byConstruction = values.every((value) => value === 0);
  if (values.every((value) => value === values[0])) return [{ ...row, byConstruction }];
  const sample = { suite, stream: run.streamOf(suite), values };
  const options = { resampler: run.resampler, scale: scales.countDifference, paired: true };
  const { low, high, method } = estimateMean([sample], options) ?? {};
  return [{ ...row, low, high, method, byConstruction }];
}

function exposureCells(run: MeasuredRun): ExposureCell[] {
  const { exposure, suites } = run.manifest;
  const variants = sortVariants(exposure.map(({ variant }) => variantGroup(variant)));
  return suites.flatMap(({ name: suite }) =>
    variants.flatMap((variant) =>
      (["raw", "pseudonymised"] as const).flatMap((input) => {
        const rows = exposure.filter(
          (row) =>
            row.suite === suite && variantGroup(row.variant) === variant && row.input === input,
        );
        if (rows.length === 0) return [];
        const means = caseMeans(rows, ({ items }) => items);
        const cases = new Map([...means].map(([id, { value }]) => [id, value]));
        return [{ suite, variant, input, cases }];
      }),
    ),
  );
}
