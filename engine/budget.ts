/** What a call did cost. */
export interface Spending {
  /** Euro by the provider's own count. */
  readonly billed: number;
  /** Euro at the most, of calls for which no count came although they may have been charged. */
  readonly uncertain: number;
}

/** Keeps the spending of a run under its limit, calls under way included. */
export interface Budget {
  /**
   * Sets money aside for a call at its highest cost. Where it does not fit beside the calls under way
   * it waits for their bills; false when it would pass the limit all the same, or on an abort.
   */
  readonly reserve: (euro: number, signal: AbortSignal) => Promise<boolean>;
  /** Replaces what was set aside by what the call did cost. */
  readonly settle: (reserved: number, spending: Spending) => void;
  /** Counts what earlier sittings of the run did cost: against the limit, not as spent now. */
  readonly charge: (spending: Spending) => void;
  /** Spent since the budget was made. */
  readonly spent: () => Spending;
}

/** Makes a budget in euro; without a limit everything is allowed and still added up. */
export function makeBudget(limit: number | undefined): Budget {
  let before = 0;
  let billed = 0;
  let uncertain = 0;
  let reserved = 0;
  /** Calls with money set aside; a free one brings no money back. */
  let underWay = 0;
  let waiting: (() => void)[] = [];
  const fits = (euro: number): boolean =>
    limit === undefined || euro === 0 || before + billed + uncertain + reserved + euro <= limit;
  const wakeAll = (): void => {
    const all = waiting;
    waiting = [];
    for (const wake of all) wake();
  };
  return {
    reserve: async (euro, signal) => {
      while (!fits(euro)) {
        if (underWay === 0 || signal.aborted) return false;
        await untilWoken(waiting, signal);
      }
      reserved += euro;
      if (euro > 0) underWay += 1;
      return true;
    },
    settle: (wasReserved, spending) => {
      reserved -= wasReserved;
      if (wasReserved > 0) underWay -= 1;
      billed += spending.billed;
      uncertain += spending.uncertain;
      wakeAll();
    },
    charge: (spending) => {
      before += spending.billed + spending.uncertain;
    },
    spent: () => ({ billed, uncertain }),
  };
}

/** Resolves with the next wake-up, or on an abort. */
async function untilWoken(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      signal.removeEventListener("abort", wake);
      resolve();
    };
    signal.addEventListener("abort", wake, { once: true });
    waiting.push(wake);
  });
}
