import type { MethodResult, Procurement, Standing } from "../../core/findings-procurement.ts";
import type { Requirements } from "../../core/requirements.ts";
import { tidy } from "../estimate.ts";
import type { MeasuredRun } from "../measured-run.ts";
import { quantile } from "../statistics/quantile.ts";
import { award, level, type Figure } from "./award.ts";
import { contenderOf, drawnPerformance } from "./contenders.ts";
import { findMethods } from "./methods.ts";
import type { JudgedOffer } from "./offers.ts";
import { findSensitivity } from "./sensitivity.ts";
import { comparePerformance, recalculate, type Recalculation } from "./standing.ts";

type Ranked = Pick<Procurement, "methods" | "standings" | "pairs" | "sensitivity" | "corridor">;

/**
 * Figures, standings and sensitivity over the admitted offers that have a price. Nothing in a
 * „verifizierende Teststellung“, which must not change a ranking; no rank in a „Markterkundung“.
 */
export function rankOffers(
  run: MeasuredRun,
  requirements: Requirements,
  offers: readonly JudgedOffer[],
): Ranked {
  const none: Ranked = { methods: [], standings: [], pairs: [], sensitivity: [] };
  const { method: settings, role } = requirements;
  if (role === "verifizierend") return none;
  const admitted = offers.filter(({ result }) => result.status === "admitted");
  const pairs = comparePerformance(admitted.flatMap(drawnPerformance), run.resampler);
  const contenders = admitted.flatMap((offer) => contenderOf(offer, settings.decisionGroup));
  if (contenders.length === 0) return { ...none, pairs };
  const context = { settings, maximum: requirements.pointScale * 100 };
  const methods = findMethods(contenders, context);
  const recalculation = recalculate(settings.decisive, contenders, {
    context,
    resampler: run.resampler,
  });
  const exact = award(settings.decisive, contenders, context);
  const withIntervals = methods.map((one) => addIntervals(one, recalculation));
  const chosen = settings.decisive === "erweitert" ? settings.corridor : undefined;
  return {
    methods: withIntervals,
    standings: recalculation.standings.map((row) => ({
      ...row,
      ...(role === "wertend" && rankOf(row.model, exact)),
    })),
    pairs,
    sensitivity: findSensitivity(settings.decisive, contenders, { methods, context }),
    ...(chosen !== undefined && corridorOf(chosen, withIntervals)),
  };
}

function addIntervals(result: MethodResult, { figures }: Recalculation): MethodResult {
  if (!result.decisive) return result;
  return {
    ...result,
    figures: result.figures.map((figure) => {
      const sorted = figures.get(figure.model)?.toSorted();
      if (sorted === undefined) return figure;
      const low = Math.min(figure.z, tidy(quantile(sorted, 0.025)));
      return { ...figure, low, high: Math.max(figure.z, tidy(quantile(sorted, 0.975))) };
    }),
  };
}

/** Offers that are level share a rank; those below the corridor have none. */
function rankOf(model: string, figures: readonly Figure[]): Pick<Standing, "rank"> {
  const own = figures.find((figure) => figure.model === model);
  if (own?.inside !== true) return {};
  const better = figures.filter(({ key }) => key > own.key && !level(key, own.key));
  return { rank: better.length + 1 };
}

/** How far below its figure the interval of the leader reaches, in percent, beside the chosen s. */
function corridorOf(
  chosen: number,
  methods: readonly MethodResult[],
): Pick<Procurement, "corridor"> {
  const figures = methods.find(({ decisive }) => decisive)?.figures ?? [];
  const leader = figures.toSorted((a, b) => b.z - a.z).at(0);
  if (leader?.low === undefined || leader.z <= 0) return {};
  return { corridor: { chosen, computed: tidy((1 - leader.low / leader.z) * 100) } };
}
