import type {
  CriterionResult,
  MethodResult,
  Sensitivity,
} from "../../core/findings-procurement.ts";
import { award, firstOf, type AwardContext, type AwardName, type Contender } from "./award.ts";
import { methodNames } from "./methods.ts";
import { formatNumber } from "./words.ts";

/** By how many points a weight is moved. */
const step = 10;

/** An offer with its points per criterion. */
export interface ScoredContender extends Contender {
  readonly criteria: readonly CriterionResult[];
}

/**
 * Whether those in front stay in front: by the other methods, and with each weight 10 points higher
 * and lower (the others keep their proportions; a weight that cannot move is left out).
 */
export function findSensitivity(
  method: AwardName,
  contenders: readonly ScoredContender[],
  {
    methods,
    context,
  }: { readonly methods: readonly MethodResult[]; readonly context: AwardContext },
): Sensitivity[] {
  const base = methods.find((one) => one.method === method)?.first ?? [];
  const row = (change: string, first: readonly string[]): Sensitivity => ({
    change,
    first: [...first],
    same: first.length === base.length && first.every((model) => base.includes(model)),
  });
  const others = methods
    .filter((one) => one.method !== method)
    .map((one) => row(`Verfahren: ${methodNames[one.method]}`, one.first));
  const criteria = contenders[0]?.criteria ?? [];
  const moved = criteria.flatMap(({ id, weight }) =>
    [step, -step].flatMap((change) => {
      const target = weight + change;
      if (criteria.length < 2 || target < 0 || target > 100) return [];
      const offers = contenders.map((one) => reweigh(one, { id, target }, context));
      const sign = change > 0 ? "+" : "−";
      const text = `Gewicht ${id}: ${formatNumber(target)} statt ${formatNumber(weight)} (${sign}${step})`;
      return [row(text, firstOf(award(method, offers, context)))];
    }),
  );
  return [...others, ...moved];
}

function reweigh(
  contender: ScoredContender,
  { id, target }: { readonly id: string; readonly target: number },
  { settings }: AwardContext,
): Contender {
  const own = contender.criteria.find((one) => one.id === id)?.weight ?? 0;
  const factor = (100 - target) / (100 - own);
  let [performance, group] = [0, 0];
  for (const one of contender.criteria) {
    const weight = one.id === id ? target : one.weight * factor;
    const points = weight * (one.measured?.points ?? 0);
    performance += points;
    if (one.group === settings.decisionGroup) group += points;
  }
  return { ...contender, performance, group };
}
