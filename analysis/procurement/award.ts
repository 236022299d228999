import type { MethodResult } from "../../core/findings-procurement.ts";
import type { AwardMethodSettings } from "../../core/requirements-method.ts";
import { quantile } from "../statistics/quantile.ts";

/** An admitted offer with a price. */
export interface Contender {
  readonly model: string;
  /** L, Leistungspunkte. */
  readonly performance: number;
  /** P > 0, evaluated price in euro a year, VAT included. */
  readonly price: number;
  /** Leistungspunkte of the group that decides inside the corridor, where one does. */
  readonly group: number;
}

/** Of one offer by one method. */
export interface Figure {
  readonly model: string;
  readonly z: number;
  /** False below the corridor: no rank. */
  readonly inside: boolean;
  /** What orders the offers; more is better. */
  readonly key: number;
}

/** What the formulas need besides the offers. */
export interface AwardContext {
  readonly settings: AwardMethodSettings;
  /** The greatest possible L. */
  readonly maximum: number;
}

export type AwardName = MethodResult["method"];

/**
 * The figure of every offer by an award method (procurement handbook, section 4). Values are
 * compared unrounded. Precondition: at least one contender, every price above 0.
 */
export function award(
  method: AwardName,
  contenders: readonly Contender[],
  context: AwardContext,
): Figure[] {
  return formulas[method](contenders, context);
}

/** Who is in front; several when they are level. */
export function firstOf(figures: readonly Figure[]): string[] {
  const best = Math.max(...figures.map(({ key }) => key));
  return figures.filter(({ key }) => level(key, best)).map(({ model }) => model);
}

/** Whether two figures differ by nothing but the noise of floating point. */
export function level(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

type Formula = (contenders: readonly Contender[], context: AwardContext) => Figure[];

/** Makes L per euro readable. */
const scaling = 10_000;

const formulas: Readonly<Record<AwardName, Formula>> = {
  einfach: (contenders) =>
    contenders.map((one) => plain(one.model, (one.performance / one.price) * scaling)),
  erweitert: extended,
  "ufab-ii": (contenders, { settings, maximum }) => {
    const { priceWeight = 50, performanceWeight = 50 } = settings;
    const cheapest = Math.min(...contenders.map(({ price }) => price));
    const best = Math.max(...contenders.map(({ performance }) => performance));
    const reference = settings.performanceReference === "theoretisch" ? maximum : best;
    return contenders.map(({ model, performance, price }) => {
      const points = reference > 0 ? (performanceWeight * performance) / reference : 0;
      return plain(model, (priceWeight * cheapest) / price + points);
    });
  },
  median: (contenders, { settings }) =>
    weighted(contenders, settings, {
      performance: median(contenders.map(({ performance }) => performance)),
      price: median(contenders.map(({ price }) => price)),
    }),
  referenzwert: (contenders, { settings }) =>
    weighted(contenders, settings, settings.referenceValue ?? { performance: 0, price: 0 }),
};

function extended(contenders: readonly Contender[], { settings }: AwardContext): Figure[] {
  const { corridor = 10, decision } = settings;
  const figures = contenders.map((one) => (one.performance / one.price) * scaling);
  const limit = Math.max(...figures) * (1 - corridor / 100);
  return contenders.map(({ model, performance, price, group }, at) => {
    const z = figures[at] ?? 0;
    const inside = z >= limit || level(z, limit);
    const value = decision === "preis" ? -price : decision === "leistung" ? performance : group;
    return { model, z, inside, key: inside ? value : z - outside };
  });
}

/** Puts offers below the corridor behind every one inside. */
const outside = 1e15;

/** Gewichtete Richtwertmethode; its sign is not confirmed, so it never decides. */
function weighted(
  contenders: readonly Contender[],
  { priceWeight = 50, performanceWeight = 50 }: AwardMethodSettings,
  reference: { readonly performance: number; readonly price: number },
): Figure[] {
  if (reference.performance <= 0 || reference.price <= 0) return [];
  return contenders.map(({ model, performance, price }) =>
    plain(
      model,
      ((performanceWeight / 100) * performance) / reference.performance -
        ((priceWeight / 100) * price) / reference.price,
    ),
  );
}

function plain(model: string, z: number): Figure {
  return { model, z, inside: true, key: z };
}

function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
