import type { BreakEven, Cost } from "../../core/findings-procurement.ts";
import { tidy } from "../estimate.ts";

/** A model and what it costs. */
export interface PricedOffer {
  readonly model: string;
  readonly cost: Cost;
}

/**
 * From how many requests a year each model of one's own costs less than each other one: fixed costs
 * against cost per request, with the mix of purposes and the tokens of this run. Says nothing about
 * whether one's own machine can answer so many.
 */
export function findBreakEven(offers: readonly PricedOffer[]): BreakEven[] {
  const own = offers.filter(({ cost }) => cost.kind === "own");
  const others = offers.filter(({ cost }) => cost.kind !== "own");
  return own.flatMap((mine) => others.flatMap((other) => compare(mine, other)));
}

function compare(own: PricedOffer, other: PricedOffer): BreakEven[] {
  const plannedPerYear = other.cost.requestsPerYear;
  const [mine, theirs] = [perRequest(own.cost), perRequest(other.cost)];
  if (mine === undefined || theirs === undefined) return [];
  const head = { own: own.model, other: other.model, plannedPerYear };
  const fixed = own.cost.fixedPerYear - other.cost.fixedPerYear;
  const saved = theirs - mine;
  if (fixed <= 0 && saved >= 0) return [{ ...head, result: "always" }];
  if (fixed >= 0 && saved <= 0) return [{ ...head, result: "never" }];
  const requestsPerYear = tidy(fixed / saved);
  return [{ ...head, result: fixed > 0 ? "from" : "until", requestsPerYear }];
}

/** Euro per request; nothing with a flat price, unknown without requests. */
function perRequest({ tokensPerYear, requestsPerYear }: Cost): number | undefined {
  if (tokensPerYear === undefined) return 0;
  return requestsPerYear > 0 ? tokensPerYear.value / requestsPerYear : undefined;
}
