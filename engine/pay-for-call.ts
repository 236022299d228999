import type { Price } from "../core/model.ts";
import type { Failed, Outcome } from "../core/outcome.ts";
import type { Budget } from "./budget.ts";
import { spendingOn } from "./cost.ts";

/** A budget as calls see it. */
export type Purse = Pick<Budget, "reserve" | "settle">;

/** What a call is paid from, and how much at the most. */
export interface Payment {
  readonly budget: Purse;
  readonly price: Price | undefined;
  /** Euro at the most. */
  readonly highest: number;
  readonly signal: AbortSignal;
}

/**
 * Makes a call when its highest cost fits into the budget, and settles what it did cost. `way` is what
 * stands between the money and the call, such as an endpoint's gate; money is taken only when the call was made.
 */
export async function payForCall(
  call: () => Promise<Outcome>,
  { budget, price, highest, signal }: Payment,
  way: (made: () => Promise<Outcome>) => Promise<Outcome> = async (made) => made(),
): Promise<Outcome> {
  if (!(await budget.reserve(highest, signal))) return signal.aborted ? aborted : tooDear(highest);
  let spending = { billed: 0, uncertain: 0 };
  try {
    return await way(async () => {
      const outcome = await call();
      spending = spendingOn(outcome, price, highest);
      return outcome;
    });
  } finally {
    budget.settle(highest, spending);
  }
}

function tooDear(highest: number): Failed {
  return {
    status: "failed",
    code: "budget",
    message: `Das Budget reicht nicht sicher für einen weiteren Aufruf: Er kann bis zu ${euro.format(highest)} kosten. Mit --resume und einem höheren --budget geht es weiter.`,
  };
}

const euro = new Intl.NumberFormat("de-DE", {
  style: "currency",
  currency: "EUR",
  maximumFractionDigits: 4,
});

const aborted: Failed = {
  status: "failed",
  code: "aborted",
  message: "Der Lauf wurde abgebrochen.",
};
