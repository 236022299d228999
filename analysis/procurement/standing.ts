import type { OfferPair, Standing } from "../../core/findings-procurement.ts";
import { tidy } from "../estimate.ts";
import type { Resampler } from "../statistics/resampler.ts";
import { holm } from "../statistics/holm.ts";
import { quantile } from "../statistics/quantile.ts";
import {
  award,
  firstOf,
  level,
  type AwardContext,
  type AwardName,
  type Contender,
} from "./award.ts";

/** Performance points of an admitted offer in every recalculation. */
export interface DrawnPerformance {
  readonly model: string;
  readonly performance: number;
  readonly draws: Float64Array;
  /** Cases behind the points. */
  readonly units: ReadonlySet<string>;
}

/** The same with a price. */
export interface DrawnContender extends Contender, DrawnPerformance {
  /** Points of the group that decides inside the corridor. */
  readonly groupDraws: Float64Array;
}

/** How a recalculation ended for each offer. */
export interface Recalculation {
  readonly standings: readonly Omit<Standing, "rank">[];
  /** Figure Z of each recalculation, by model. */
  readonly figures: ReadonlyMap<string, Float64Array>;
}

/**
 * Awards again in every recalculation, prices as they are: the share in which an offer is in front,
 * and the ranks that hold 95 % of the recalculations.
 */
export function recalculate(
  method: AwardName,
  contenders: readonly DrawnContender[],
  { context, resampler }: { readonly context: AwardContext; readonly resampler: Resampler },
): Recalculation {
  const count = resampler.draws;
  const firsts = new Map(contenders.map(({ model }) => [model, 0]));
  const ranks = new Map(contenders.map(({ model }) => [model, new Float64Array(count)]));
  const figures = new Map(contenders.map(({ model }) => [model, new Float64Array(count)]));
  for (let draw = 0; draw < count; draw += 1) {
    const moved = contenders.map(({ model, price, draws, groupDraws }) => ({
      model,
      price,
      performance: draws[draw] ?? 0,
      group: groupDraws[draw] ?? 0,
    }));
    const results = award(method, moved, context);
    const front = firstOf(results);
    for (const model of front) firsts.set(model, (firsts.get(model) ?? 0) + 1 / front.length);
    for (const { model, z, key } of results) {
      const better = results.filter((other) => other.key > key && !level(other.key, key)).length;
      write(ranks.get(model), draw, better + 1);
      write(figures.get(model), draw, z);
    }
  }
  const text = `Cluster-Bootstrap über Fälle, gepaart über Modelle, ${count} Ziehungen, Startwert ${resampler.seed}; Preise fest`;
  const standings = contenders.map(({ model }) => {
    const sorted = (ranks.get(model) ?? new Float64Array(1)).toSorted();
    return {
      model,
      firstShare: tidy((firsts.get(model) ?? 0) / count),
      best: Math.floor(quantile(sorted, 0.025)),
      worst: Math.ceil(quantile(sorted, 0.975)),
      method: text,
    };
  });
  return { standings, figures };
}

/** Every two offers: difference of the performance points on the cases they share. */
export function comparePerformance(
  contenders: readonly DrawnPerformance[],
  { seed, draws }: Resampler,
): OfferPair[] {
  const pairs = contenders.flatMap((a, at) =>
    contenders.slice(at + 1).map((b) => {
      const moved = a.draws.map((value, draw) => value - (b.draws[draw] ?? 0)).toSorted();
      const difference = tidy(a.performance - b.performance);
      const low = Math.min(difference, tidy(quantile(moved, 0.025)));
      const high = Math.max(difference, tidy(quantile(moved, 0.975)));
      const n = Math.max(1, a.units.intersection(b.units).size);
      const method = `gepaarter Cluster-Bootstrap über Fälle, 95 %, ${draws} Ziehungen, Startwert ${seed}; p-Wert daraus, nach Holm angepasst`;
      return { a: a.model, b: b.model, n, difference, low, high, method, p: twoSided(moved) };
    }),
  );
  const adjusted = holm(pairs.map(({ p }) => p));
  return pairs.map((pair, at) => {
    const pHolm = adjusted[at] ?? 1;
    return { ...pair, pHolm, distinguishable: pHolm < 0.05 };
  });
}

/** Twice the smaller share of recalculations on either side of 0; never 0 (Davison and Hinkley 1997). */
function twoSided(values: Float64Array): number {
  const below = values.filter((value) => value <= 1e-9).length;
  const above = values.filter((value) => value >= -1e-9).length;
  return Math.min(1, (2 * (Math.min(below, above) + 1)) / (values.length + 1));
}

function write(target: Float64Array | undefined, at: number, value: number): void {
  if (target !== undefined) target[at] = value;
}
