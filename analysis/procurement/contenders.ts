import type { JudgedOffer } from "./offers.ts";
import type { ScoredContender } from "./sensitivity.ts";
import type { DrawnContender, DrawnPerformance } from "./standing.ts";

/** The performance of an offer with its recalculations; nothing when it was not measured. */
export function drawnPerformance({ result, scored, draws }: JudgedOffer): DrawnPerformance[] {
  const { model, performance } = result;
  if (performance === undefined || draws === undefined) return [];
  const cells = scored.flatMap((one) => one.cells);
  const units = cells.flatMap(({ suite, cases }) =>
    [...cases.keys()].map((id) => JSON.stringify([suite, id])),
  );
  return [{ model, performance: performance.value, draws, units: new Set(units) }];
}

/** An offer with performance and price; nothing when one of them is not known. */
export function contenderOf(
  offer: JudgedOffer,
  decisionGroup: string | undefined,
): (DrawnContender & ScoredContender)[] {
  const { result, groupDraws } = offer;
  const { cost, criteria } = result;
  if (cost === undefined || groupDraws === undefined) return [];
  const group = criteria
    .filter((one) => one.group === decisionGroup)
    .reduce((sum, { measured }) => sum + (measured?.performance ?? 0), 0);
  return drawnPerformance(offer).map((drawn) => ({
    ...drawn,
    price: cost.perYear,
    group,
    groupDraws,
    criteria,
  }));
}
