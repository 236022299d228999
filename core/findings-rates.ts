import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { equivalenceSchema } from "./findings-equivalence.ts";
import { interval, method, standardError, suite } from "./findings-fields.ts";

/**
 * Share of passed cases. `n` counts cases; with attempts or styles a case adds its mean to `passed`.
 * `notMeasured` counts trials. In the row `alle`, n and passed are sums, value is the mean of the
 * suites by their weights.
 */
export const rateSchema = z.object({
  suite,
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  n: z.int().min(1),
  passed: z.number(),
  notMeasured: z.int().min(0),
  value: z.number().min(0).max(1),
  ...interval,
  method,
  standardError,
});
export type Rate = z.infer<typeof rateSchema>;

/** Two things on the same cases. `difference` = a − b. */
export const comparisonSchema = z.object({
  kind: z.enum(["model", "variant", "input"]),
  a: z.string(),
  b: z.string(),
  suite,
  /** What was held fixed, e.g. `trained`, `raw` or a model id. */
  within: z.array(z.string()),
  n: z.int().min(1),
  aOnly: z.number().min(0),
  bOnly: z.number().min(0),
  difference: z.number(),
  ...interval,
  p: z.number().min(0).max(1),
  pHolm: z.number().min(0).max(1),
  method,
  /** p-value after Holm is below 5 %; otherwise „nicht unterscheidbar“. */
  distinguishable: z.boolean(),
  /** True when the difference is 0 by construction and therefore no finding. */
  byConstruction: z.boolean().default(false),
  standardError,
  /** Absent where the difference is 0 by construction. */
  equivalence: equivalenceSchema.optional(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/**
 * One of the quantities of the training question: training-gain = S trained − S untrained,
 * model-gain = L untrained − S untrained, decision-contrast = S trained − L untrained,
 * trained-model-gain = L trained − L untrained, interaction = the training gain of L − that of S.
 */
export const gainSchema = z.object({
  kind: z.enum([
    "training-gain",
    "model-gain",
    "decision-contrast",
    "trained-model-gain",
    "interaction",
  ]),
  suite,
  /** S, the model whose trained rate is lower; for a training gain the model itself. */
  small: z.string(),
  /** L, the model whose trained rate is higher; absent for a training gain. */
  large: z.string().optional(),
  n: z.int().min(1),
  value: z.number(),
  ...interval,
  method,
  standardError,
});
export type Gain = z.infer<typeof gainSchema>;

/** Does the training gain hold for every model? */
export const transferSchema = z.object({
  suite,
  models: z.array(z.string()),
  smallestGain: z.number(),
  largestGain: z.number(),
  /** True only if the lower bound of every model's gain is above 0. */
  holds: z.boolean(),
});
export type Transfer = z.infer<typeof transferSchema>;
