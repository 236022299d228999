import { z } from "zod";

const milliseconds = z.number().min(0);

/**
 * How fast a model answered in this run, under the load that was on it; counts completed trials that
 * were really asked. What nobody measured is absent, never 0.
 */
export const speedSchema = z.object({
  model: z.string(),
  /** Answers with a duration. */
  n: z.int().min(1),
  /** Answers under way at once, on average over the time in which any was. */
  atOnce: z.number().min(1).optional(),
  medianMs: milliseconds,
  p95Ms: milliseconds,
  /** Only where the way sees the answer grow (`llama`). */
  firstTokenMedianMs: milliseconds.optional(),
  firstTokenP95Ms: milliseconds.optional(),
  /** Tokens of all answers over the sum of their durations: what one waiting person sees. */
  tokensPerSecond: z.number().min(0).optional(),
  /** Longest time to load the weights; not part of any other number. */
  coldStartMs: milliseconds.optional(),
  /** Of the process of an embedded model at its peak, weights and context; absent for others. */
  memoryBytes: z.number().min(0).optional(),
  method: z.string().min(1),
});
export type Speed = z.infer<typeof speedSchema>;
