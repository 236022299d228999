import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { biasSchema } from "./findings-bias.ts";
import { failureBoundSchema } from "./findings-bounds.ts";
import { equivalenceSchema } from "./findings-equivalence.ts";
import { intervalCheckSchema } from "./findings-interval-check.ts";
import { itemAnalysisSchema } from "./findings-items.ts";
import { noticeSchema } from "./findings-notices.ts";
import { detectableSchema } from "./findings-power.ts";
import { rankTableSchema } from "./findings-ranks.ts";
import { sensitivitySchema } from "./findings-sensitivity.ts";
import { trainingStatementSchema } from "./findings-training.ts";
import { failureClassSchema } from "./failure-class.ts";
import { speedSchema } from "./findings-speed.ts";
import { procurementSchema } from "./findings-procurement.ts";
import { trainingNeedSchema } from "./findings-training-need.ts";
import { modelDescriptionSchema } from "./model.ts";

/** How an interval or a p-value was computed; printed beside the number. */
const method = z.string().min(1);
/** 95 % interval. */
const interval = { low: z.number(), high: z.number() };
/** Standard error clustered by case, as a check; absent for an exact interval or without variance. */
const standardError = z.number().min(0).optional();
/** `alle`: the mean over the suites by `suiteWeights`; without these all count the same. */
const suite = z.string();

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

/** Protected items per case in the messages that would be sent. */
export const exposureSchema = z.object({
  suite,
  variant: z.string(),
  input: inputKindSchema,
  n: z.int().min(1),
  value: z.number().min(0),
  ...interval,
  method,
});
export type Exposure = z.infer<typeof exposureSchema>;

/** Difference in exposure between two variants or inputs. */
export const exposureDifferenceSchema = z.object({
  kind: z.enum(["variant", "input"]),
  suite,
  a: z.string(),
  b: z.string(),
  /** What was held fixed: the input between variants, the variant between inputs. */
  within: z.array(z.string()).default([]),
  n: z.int().min(1),
  difference: z.number(),
  /** Absent, with its method, when all cases differ by the same number. */
  low: z.number().optional(),
  high: z.number().optional(),
  method: method.optional(),
  /** True when the difference is 0 in every case. */
  byConstruction: z.boolean(),
});

/** Share of cases whose answer carries a protected value. One-sided bound when none was seen. */
export const leakSchema = z.object({
  suite,
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  n: z.int().min(1),
  withLeak: z.number().min(0),
  withInvented: z.number().min(0),
  value: z.number().min(0).max(1),
  ...interval,
  method,
});
export type Leak = z.infer<typeof leakSchema>;

/** What pseudonymising costs: pass rate raw − pseudonymised on the same cases. */
export const hygienePriceSchema = z.object({
  suite,
  model: z.string(),
  variant: z.string(),
  n: z.int().min(1),
  raw: z.number(),
  pseudonymised: z.number(),
  difference: z.number(),
  ...interval,
  method,
  /** Share of answers that keep the placeholders they needed; absent if none was needed. */
  placeholdersKept: z
    .object({ n: z.int().min(1), value: z.number(), ...interval, method })
    .optional(),
});
export type HygienePrice = z.infer<typeof hygienePriceSchema>;

/** A failed trial in one line; its texts are in `cards.jsonl` under the same anchor. */
export const failureSchema = z.object({
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

export const findingsSuiteSchema = z.object({
  name: z.string(),
  version: z.string(),
  title: z.string(),
  hash: z.string(),
  cases: z.int().min(0),
  passAt: z.number(),
  must: z.array(z.string()),
  hint: z.array(z.string()),
  /** Cases in another language that no native speaker has read yet. */
  nativeUnchecked: z.int().min(0),
});

/** `findings.json`: every number of the report, with n, interval and method. */
export const findingsSchema = z.object({
  schemaVersion: z.literal(1),
  run: z.object({
    id: z.string(),
    title: z.string(),
    createdAt: z.string(),
    profile: z.enum(["quick", "full"]),
    seed: z.int(),
    attempts: z.int(),
    harness: z.record(z.string(), z.string()),
    plannedTrials: z.int().min(0),
    completedTrials: z.int().min(0),
    failedTrials: z.int().min(0),
    /** Completed trials whose answer an earlier run had paid for; absent when there are none. */
    cachedTrials: z.int().min(1).optional(),
    /** Sum over the run's sittings; absent when the run does not say. */
    durationMs: z.number().min(0).optional(),
    peakMemoryBytes: z.number().min(0).optional(),
    /** Only models with a known price; absent when none has one. */
    costEuro: z.number().min(0).optional(),
  }),
  suites: z.array(findingsSuiteSchema),
  /** Only with requirements: what each suite counts in rows over all suites, together 1. */
  suiteWeights: z
    .array(z.object({ suite: z.string(), share: z.number().min(0).max(1) }))
    .optional(),
  /** In the order of every table: by mean rate with the trained prompt; baselines last. */
  models: z.array(modelDescriptionSchema),
  rates: z.array(rateSchema),
  /** The three untrained styles one by one. */
  styleRates: z.array(rateSchema),
  suiteResults: z.array(suiteResultSchema),
  /** Empty with one attempt. */
  reliability: z.array(reliabilitySchema).default([]),
  comparisons: z.array(comparisonSchema),
  gains: z.array(gainSchema),
  ranks: z.array(rankTableSchema).default([]),
  failureBounds: z.array(failureBoundSchema).default([]),
  trainingStatements: z.array(trainingStatementSchema).default([]),
  detectable: z.array(detectableSchema).default([]),
  intervalCheck: intervalCheckSchema.optional(),
  items: itemAnalysisSchema.optional(),
  bias: biasSchema.optional(),
  notices: z.array(noticeSchema).default([]),
  sensitivity: sensitivitySchema.optional(),
  transfer: z.array(transferSchema),
  exposure: z.array(exposureSchema),
  exposureDifferences: z.array(exposureDifferenceSchema),
  leaks: z.array(leakSchema),
  hygienePrice: z.array(hygienePriceSchema),
  answering: z.array(answeringSchema),
  speed: z.array(speedSchema).default([]),
  verdicts: z.array(verdictCountSchema),
  failures: z.array(failureSchema),
  /** Only of a run with requirements. */
  procurement: procurementSchema.optional(),
  /** Absent when no model was measured. */
  trainingNeed: trainingNeedSchema.optional(),
  withheld: z.array(z.object({ model: z.string(), cases: z.int().min(1), reason: z.string() })),
});
export type Findings = z.infer<typeof findingsSchema>;
