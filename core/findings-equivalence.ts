import { z } from "zod";

/**
 * Whether a difference is small enough not to matter: „gleichwertig“ is more than „nicht
 * unterscheidbar“. Two one-sided tests (TOST) against a margin stated beforehand.
 */
export const equivalenceSchema = z.object({
  /** Differences inside ±margin (a share, 0.05 = 5 points) do not matter. */
  margin: z.number().positive(),
  p: z.number().min(0).max(1),
  /** After Holm over the same family as the test for a difference. */
  pHolm: z.number().min(0).max(1),
  /** p-value after Holm is below 5 %: „gleichwertig“. */
  equivalent: z.boolean(),
  method: z.string().min(1),
});
