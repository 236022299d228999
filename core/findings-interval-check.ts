import { z } from "zod";

/**
 * The bootstrap intervals of a run against Student's t with the standard error clustered by case.
 * `ratio` is the half-width of the one over that of the other; near 1 the two agree.
 */
export const intervalCheckSchema = z.object({
  /** Bootstrap intervals that have a clustered standard error beside them. */
  rows: z.int().min(0),
  /** Absent without such rows. */
  smallestRatio: z.number().min(0).optional(),
  largestRatio: z.number().min(0).optional(),
  /** Rows whose ratio lies outside 0.8 to 1.25. */
  deviating: z.int().min(0),
  method: z.string().min(1),
});
export type IntervalCheck = z.infer<typeof intervalCheckSchema>;
