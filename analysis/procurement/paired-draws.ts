import type { Cell, MeasuredRun } from "../measured-run.ts";
import { normalQuantile, studentQuantile } from "../statistics/distributions.ts";
import { mean } from "../statistics/quantile.ts";
import { createRandom, type Random } from "../statistics/random.ts";

/** Keeps these draws apart from those of the other findings. */
const firstStream = 10_000;

/**
 * The pass rate of every cell in each of the resamples. Whole cases are drawn, the same ones for all
 * models, variants and inputs of a suite, so that differences between models stay paired.
 *
 * - Deviations are widened to what Student's t asks for so few cases (Hesterberg 2015).
 * - Where all cases of a cell gave the same value, resampling would claim certainty. Its draws come
 *   from the distribution behind the exact bound instead: with U uniform, 1 − U^(1/n) of all cases
 *   differ (2.5 % of the draws lie beyond the bound of Clopper and Pearson).
 */
export function drawPaired(
  run: MeasuredRun,
  cells: readonly Cell[],
): ReadonlyMap<Cell, Float64Array> {
  const suites = Map.groupBy(new Set(cells), ({ suite }) => suite);
  return new Map(
    [...suites].flatMap(([suite, members]) => [
      ...drawSuite(run, members, firstStream + run.streamOf(suite)),
    ]),
  );
}

function drawSuite(
  run: MeasuredRun,
  cells: readonly Cell[],
  stream: number,
): Map<Cell, Float64Array> {
  const { draws, seed } = run.resampler;
  const units = [...new Set(cells.flatMap(({ cases }) => [...cases.keys()]))].toSorted();
  const varying = cells
    .filter((cell) => !isConstant(cell))
    .map((cell) => ({
      cell,
      values: units.map((unit) => cell.cases.get(unit)?.value),
      ...centre(cell),
    }));
  const result = new Map(cells.map((cell) => [cell, new Float64Array(draws)]));
  const random = createRandom(seed, stream);
  const chosen = new Int32Array(units.length);
  for (let draw = 0; draw < draws && varying.length > 0; draw += 1) {
    for (let at = 0; at < chosen.length; at += 1) chosen[at] = below(random, units.length);
    for (const { cell, values, middle, widening } of varying) {
      const drawn = meanOf(values, chosen) ?? middle;
      const moved = middle + (drawn - middle) * widening;
      const target = result.get(cell);
      if (target !== undefined) target[draw] = Math.min(1, Math.max(0, moved));
    }
  }
  cells.filter(isConstant).forEach((cell, at) => {
    const own = createRandom(seed, stream * 100 + at + 1);
    result.get(cell)?.forEach((_value, draw, all) => (all[draw] = constantDraw(cell, own)));
  });
  return result;
}

function isConstant({ cases }: Cell): boolean {
  const [first] = cases.values();
  return [...cases.values()].every(({ value }) => Math.abs(value - (first?.value ?? 0)) < 1e-9);
}

function centre({ cases }: Cell): { readonly middle: number; readonly widening: number } {
  const n = cases.size;
  const middle = mean([...cases.values()].map(({ value }) => value));
  const student = studentQuantile(0.975, n - 1) / normalQuantile(0.975);
  return { middle, widening: Math.sqrt(n / (n - 1)) * student };
}

function constantDraw({ cases }: Cell, random: Random): number {
  const [first] = cases.values();
  const value = first?.value ?? 0;
  const same = ((random() + 1) / 2 ** 32) ** (1 / cases.size);
  return random() / 2 ** 32 < value ? value * same : value + (1 - value) * (1 - same);
}

/** Mean over the drawn units that the cell has. */
function meanOf(values: readonly (number | undefined)[], chosen: Int32Array): number | undefined {
  let [sum, count] = [0, 0];
  for (const at of chosen) {
    const value = values[at];
    if (value === undefined) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? undefined : sum / count;
}

function below(random: Random, limit: number): number {
  return Math.floor((random() / 2 ** 32) * limit);
}
