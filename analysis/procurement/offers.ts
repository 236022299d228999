import type {
  CriterionResult,
  ExclusionResult,
  OfferResult,
} from "../../core/findings-procurement.ts";
import { tidy } from "../estimate.ts";
import { quantile } from "../statistics/quantile.ts";
import { findCost } from "./costs.ts";
import { scoreCriterion, type ScoredCriterion } from "./criteria.ts";
import { judgeExclusion } from "./exclusions.ts";
import type { ProcurementInput } from "./procurement-input.ts";
import { drawPaired } from "./paired-draws.ts";
import { bewertungspunkte } from "./points.ts";
import { formatNumber } from "./words.ts";

/** A model before the requirements, with what the recalculations need. */
export interface JudgedOffer {
  readonly result: OfferResult;
  readonly scored: readonly ScoredCriterion[];
  /** L of every recalculation; absent without L. */
  readonly draws?: Float64Array | undefined;
  /** Points of the group that decides inside the corridor. */
  readonly groupDraws?: Float64Array | undefined;
}

/** Judges every model (no baseline) by exclusion criteria, points and price. */
export function judgeOffers(input: ProcurementInput): JudgedOffer[] {
  const { run, requirements, rates, failures } = input;
  const models = input.models.filter(({ kind }) => kind === "model");
  const scored = models.map(({ id: model }) =>
    requirements.criteria.map((criterion) =>
      scoreCriterion(run, requirements, { criterion, model, rates }),
    ),
  );
  const means = drawPaired(
    run,
    scored.flat().flatMap(({ cells }) => cells),
  );
  return models.map((model, at) => {
    const own = scored[at] ?? [];
    const exclusions = requirements.exclusions.map((exclusion) =>
      judgeExclusion(run, {
        exclusion,
        model: model.id,
        failures: failures.filter((row) => row.model === model.id),
      }),
    );
    const criteria = own.map(({ result }) => result);
    const head = { model: model.id, ...statusOf(exclusions, criteria), exclusions, criteria };
    const costs = findCost(run, requirements, model);
    if (criteria.some(({ measured }) => measured === undefined)) {
      return { result: { ...head, ...costs }, scored: own };
    }
    const draws = drawPoints(own, { means, scale: requirements.pointScale });
    const { decisionGroup } = requirements.method;
    const inGroup = own.filter(({ criterion }) => criterion.group === decisionGroup);
    const groupDraws = drawPoints(inGroup, { means, scale: requirements.pointScale });
    const performance = performanceOf(input, criteria, draws);
    return { result: { ...head, performance, ...costs }, scored: own, draws, groupDraws };
  });
}

function statusOf(
  exclusions: readonly ExclusionResult[],
  criteria: readonly CriterionResult[],
): Pick<OfferResult, "status" | "reasons"> {
  const missed = exclusions
    .filter(({ status }) => status === "missed")
    .map(({ id, wording }) => `Ausschlusskriterium ${id} nicht erfüllt: ${wording}`);
  const below = criteria.flatMap(({ id, minimumPoints, measured }) =>
    minimumPoints === undefined || measured === undefined || measured.points >= minimumPoints
      ? []
      : [
          `Mindestpunktzahl bei ${id} verfehlt: ${formatNumber(measured.points)} statt ${formatNumber(minimumPoints)} Punkte`,
        ],
  );
  if (missed.length + below.length > 0) {
    return { status: "excluded", reasons: [...missed, ...below] };
  }
  const open = exclusions
    .filter(({ status }) => status === "undecided")
    .map(({ id, note = "" }) => `Ausschlusskriterium ${id} nicht entscheidbar: ${note}`);
  const unmeasured = criteria
    .filter(({ measured }) => measured === undefined)
    .map(({ id }) => `Kriterium ${id} wurde nicht gemessen; die Leistungspunkte fehlen.`);
  const reasons = [...open, ...unmeasured];
  return { status: reasons.length > 0 ? "undecided" : "admitted", reasons };
}

function drawPoints(
  scored: readonly ScoredCriterion[],
  { means, scale }: { readonly means: ReturnType<typeof drawPaired>; readonly scale: number },
): Float64Array {
  const columns = scored.map(({ criterion, cells }) => ({
    criterion,
    rows: cells.flatMap((cell) => means.get(cell) ?? []),
  }));
  const draws = [...means.values()][0]?.length ?? 0;
  return Float64Array.from({ length: draws }, (_, draw) => {
    let points = 0;
    for (const { criterion, rows } of columns) {
      const score = rows.reduce((sum, row) => sum + (row[draw] ?? 0), 0) / rows.length;
      points += criterion.weight * bewertungspunkte(score, criterion, scale);
    }
    return points;
  });
}

function performanceOf(
  { run: { resampler } }: ProcurementInput,
  criteria: readonly CriterionResult[],
  draws: Float64Array,
): OfferResult["performance"] {
  const measured = criteria.flatMap((criterion) => criterion.measured ?? []);
  const value = tidy(measured.reduce((sum, { performance }) => sum + performance, 0));
  const sorted = draws.toSorted();
  return {
    value,
    n: measured.reduce((sum, { n }) => sum + n, 0),
    low: Math.min(value, tidy(quantile(sorted, 0.025))),
    high: Math.max(value, tidy(quantile(sorted, 0.975))),
    method: `Cluster-Bootstrap über Fälle, 95 %, ${resampler.draws} Ziehungen, Startwert ${resampler.seed}, auf Student-t erweitert; exakte Verteilung, wo alle Fälle gleich ausgingen`,
  };
}
