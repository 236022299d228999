import type { Price } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";

/** Rough length of a token in characters of German text; only for estimates before a call. */
const charactersPerToken = 3.5;

/** Tokens of a text, estimated; providers count differently. */
export function estimateTokens(characters: number): number {
  return Math.ceil(characters / charactersPerToken);
}

/** Euro for a number of tokens. */
export function costOf(price: Price, inputTokens: number, outputTokens: number): number {
  return (inputTokens * price.inputPerMillion + outputTokens * price.outputPerMillion) / 1_000_000;
}

/** Keeps the spending of a run under its budget, calls in flight included. */
export interface Budget {
  /** Sets money aside for a call at its highest cost; false when it would pass the budget. */
  readonly reserve: (euro: number) => boolean;
  /** Replaces what was set aside by what the call really cost. */
  readonly settle: (reserved: number, spent: number) => void;
  readonly spent: () => number;
}

/** Makes a budget; without a limit everything is allowed and still added up. */
export function makeBudget(limit: number | undefined): Budget {
  let spent = 0;
  let reserved = 0;
  return {
    reserve: (euro) => {
      if (limit !== undefined && spent + reserved + euro > limit) return false;
      reserved += euro;
      return true;
    },
    settle: (wasReserved, euro) => {
      reserved -= wasReserved;
      spent += euro;
    },
    spent: () => spent,
  };
}

/** What an answer cost by the provider's own count; 0 for a failed call. */
export function spentOn(outcome: Outcome, price: Price | undefined): number {
  if (outcome.status === "failed" || price === undefined) return 0;
  return costOf(price, outcome.usage?.inputTokens ?? 0, outcome.usage?.outputTokens ?? 0);
}
