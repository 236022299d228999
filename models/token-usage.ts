import { z } from "zod";
import type { Usage } from "../core/outcome.ts";

/** A count that a provider may leave out or get wrong. */
export const tokenCount = z.int().min(0).optional().catch(undefined);

/** Counts of a provider under our names; those it did not tell are left out. */
export function tokenUsage(counts: {
  readonly [Name in keyof Usage]: number | undefined;
}): Usage {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined));
}
