import { z } from "zod";

/**
 * What this run could have seen: the smallest true difference that a two-sided test at 5 % would
 * have found with 80 % power, for the cases and the variance of the run. Single tests; Holm over a
 * family asks for a little more.
 */
export const detectableSchema = z.object({
  kind: z.string(),
  a: z.string(),
  b: z.string(),
  suite: z.string(),
  within: z.array(z.string()),
  n: z.int().min(1),
  /** As a share, 0.1 = 10 points; absent when no difference could have been shown. */
  smallest: z.number().min(0).max(2).optional(),
  /**
   * Cases like these with which the difference that was observed would be found with 80 % power, if it
   * is the true one; absent when it was found, is 0, or the variance is unknown.
   */
  casesNeeded: z.int().min(1).optional(),
  method: z.string().min(1),
});
export type Detectable = z.infer<typeof detectableSchema>;
