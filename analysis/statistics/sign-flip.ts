import { createRandom } from "./random.ts";

interface SignFlip {
  /** Two-sided p-value. */
  readonly p: number;
  /** True when all assignments of signs were counted, not a sample of them. */
  readonly exact: boolean;
}

/**
 * Two-sided sign-flip permutation test of paired differences, one per case: how often is the mean
 * over the suites of the mean over the cases at least as far from 0 when every case may flip its
 * sign? Suites count by `weights`, the same when absent. All 2ⁿ assignments are counted when the differences are fractions with a common
 * denominator of reasonable size (a convolution, no enumeration); else up to 100 000 are drawn. With 0/1 outcomes in one suite it is the exact McNemar test.
 */
export function signFlipTest(
  suites: readonly (readonly number[])[],
  seed: number,
  weights: readonly number[] = suites.map(() => 1),
): SignFlip {
  const whole = wholeDifferences(suites, weights);
  if (whole !== undefined) return { p: exactP(whole), exact: true };
  const weighted = suites.flatMap((values, at) =>
    values.map((value) => ((weights[at] ?? 0) * value) / values.length),
  );
  return {
    p: sampledP(
      weighted.filter((value) => value !== 0),
      seed,
    ),
    exact: false,
  };
}

/** Random assignments of signs when there are too many to count. */
export const signFlipDraws = 100_000;

const enoughAsFar = 400;

/** Multiple of the denominators that up to 3 styles × 8 attempts, or × 10, can give. */
const denominator = 5040;
const mostSteps = 5_000_000;

/** The differences as whole numbers, each weighted for its suite and the size of it. */
function wholeDifferences(
  suites: readonly (readonly number[])[],
  weights: readonly number[],
): number[] | undefined {
  const wholeWeights = asWholeNumbers(weights);
  if (wholeWeights === undefined) return undefined;
  const multiple = suites.reduce((least, values) => leastMultiple(least, values.length), 1);
  if (multiple > 1e6) return undefined;
  const scaled = suites.flatMap((values, at) => {
    const weight = (wholeWeights[at] ?? 0) * (multiple / values.length);
    return values.map((value) => ({ value: value * denominator, weight }));
  });
  if (scaled.some(({ value }) => Math.abs(value - Math.round(value)) > 1e-6)) return undefined;
  const whole = scaled.map(({ value, weight }) => Math.round(value) * weight).filter(Boolean);
  const divisor = whole.reduce((common, value) => greatestDivisor(common, Math.abs(value)), 0);
  const reduced = whole.map((value) => value / divisor);
  const reach = reduced.reduce((sum, value) => sum + Math.abs(value), 0);
  return reach * reduced.length > mostSteps ? undefined : reduced;
}

/** The same proportions in whole numbers; `undefined` when no factor up to 1000 gives them. */
function asWholeNumbers(weights: readonly number[]): number[] | undefined {
  for (let factor = 1; factor <= 1000; factor += 1) {
    const scaled = weights.map((weight) => weight * factor);
    if (scaled.every((value) => Math.abs(value - Math.round(value)) < 1e-9)) {
      return scaled.map(Math.round);
    }
  }
  return undefined;
}

/** Distribution of the sum of those that keep a plus; the signed sum is 2 · plus − reach. */
function exactP(differences: readonly number[]): number {
  const observed = Math.abs(differences.reduce((sum, value) => sum + value, 0));
  if (observed === 0) return 1;
  const reach = differences.reduce((sum, value) => sum + Math.abs(value), 0);
  const probability = new Float64Array(reach + 1);
  probability[0] = 1;
  let top = 0;
  for (const difference of differences) {
    const step = Math.abs(difference);
    top += step;
    for (let plus = top; plus >= 0; plus -= 1) {
      const without = probability[plus] ?? 0;
      probability[plus] = (without + (plus >= step ? (probability[plus - step] ?? 0) : 0)) / 2;
    }
  }
  let tail = 0;
  for (let plus = reach; plus * 2 - reach >= observed; plus -= 1) tail += probability[plus] ?? 0;
  return Math.min(1, 2 * tail);
}

/**
 * Sequential Monte Carlo test (Besag and Clifford 1991): when the 400th assignment as far off is
 * met at draw l, p = 400 / l; else p = (1 + as far) / (1 + drawn). Both are valid p-values.
 */
function sampledP(differences: readonly number[], seed: number): number {
  const random = createRandom(seed, differences.length);
  const tables = byteTables(differences);
  const observed = Math.abs(differences.reduce((sum, value) => sum + value, 0));
  let asFar = 0;
  for (let draw = 0; draw < signFlipDraws; draw += 1) {
    let sum = 0;
    let bits = 0;
    for (let block = 0; block < tables.length; block += 1) {
      bits = block % 4 === 0 ? random() : bits >>> 8;
      sum += tables[block]?.[bits & 0xff] ?? 0;
    }
    if (Math.abs(sum) >= observed - 1e-12) asFar += 1;
    if (asFar === enoughAsFar) return enoughAsFar / (draw + 1);
  }
  return (1 + asFar) / (1 + signFlipDraws);
}

/** For each eight differences, their sum under all 256 assignments of signs. */
function byteTables(differences: readonly number[]): Float64Array[] {
  const blocks = Array.from({ length: Math.ceil(differences.length / 8) }, (_, block) =>
    differences.slice(block * 8, block * 8 + 8),
  );
  return blocks.map((block) =>
    Float64Array.from({ length: 256 }, (_, signs) =>
      block.reduce((sum, value, bit) => sum + ((signs >> bit) & 1 ? value : -value), 0),
    ),
  );
}

function leastMultiple(a: number, b: number): number {
  return (a / greatestDivisor(a, b)) * b;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
