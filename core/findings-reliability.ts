import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { interval, method } from "./findings-fields.ts";

/** A share of cases; its n stands in the row. */
const shareSchema = z.object({ value: z.number().min(0).max(1), ...interval, method });

/** What repeating the question shows; only where a case was asked at least twice. */
export const reliabilitySchema = z.object({
  suite: z.string(),
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  /** k, how often each case was asked. */
  attempts: z.int().min(2),
  /** Cases with all attempts measured. */
  n: z.int().min(1),
  /** Cases (per style) left out because an attempt was not measured. */
  incomplete: z.int().min(0),
  /** pass@k: right at least once. */
  once: shareSchema,
  /** pass^k: right every time. */
  always: shareSchema,
  /** Cases with right and wrong answers to the same question; with styles the sum of their means. */
  flips: z.number().min(0),
  /** Variance of pass (1) and fail (0) between the attempts of a case. */
  withinVariance: z.number().min(0).optional(),
  /** The same between cases, without the part that the attempts explain. */
  betweenVariance: z.number().min(0).optional(),
});
export type Reliability = z.infer<typeof reliabilitySchema>;
