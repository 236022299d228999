import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { failureClassSchema } from "./failure-class.ts";
import { suite } from "./findings-fields.ts";

/** What is said of a failed trial wherever it stands. */
export const failedTrialFields = {
  /** Stable anchor in the report: `fall-` and the start of the trial's id. */
  anchor: z.string(),
  trialId: z.string(),
  suite: z.string(),
  case: z.string(),
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  attempt: z.int().min(1),
  class: failureClassSchema,
  severity: z.number(),
  critical: z.boolean(),
};

/** A failed trial in one line; its texts are in `cards.jsonl` under the same anchor. */
export const failureSchema = z.object({
  ...failedTrialFields,
  reason: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

/** Trials by what became of them, per suite, model, variant and input. */
export const verdictCountSchema = z.object({
  suite: z.string(),
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  trials: z.int().min(0),
  passed: z.int().min(0),
  infrastructure: z.int().min(0),
  graderError: z.int().min(0),
  failed: z.partialRecord(failureClassSchema, z.int().min(0)),
});
export type VerdictCount = z.infer<typeof verdictCountSchema>;

/** Whether a model passes a suite: rate ≥ passAt and no critical case failed. */
export const suiteResultSchema = z.object({
  suite: z.string(),
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  passAt: z.number(),
  value: z.number(),
  passes: z.boolean(),
  criticalFailed: z.array(z.string()),
  /** Critical cases that were tried and have no measured trial: nobody knows. */
  criticalNotMeasured: z.array(z.string()).default([]),
  /** False above 5 % not-measured trials: „nicht belastbar“. */
  reliable: z.boolean(),
  notMeasuredShare: z.number().min(0).max(1),
});
export type SuiteResult = z.infer<typeof suiteResultSchema>;

/** How long answers took and how many were cut off. */
export const answeringSchema = z.object({
  model: z.string(),
  suite,
  n: z.int().min(1),
  medianMs: z.number().min(0).optional(),
  p95Ms: z.number().min(0).optional(),
  outputTokens: z.int().min(0).optional(),
  inputTokens: z.int().min(0).optional(),
  truncated: z.int().min(0),
});
export type Answering = z.infer<typeof answeringSchema>;
