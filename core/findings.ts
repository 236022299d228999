import { z } from "zod";
import { biasSchema } from "./findings-bias.ts";
import { failureBoundSchema } from "./findings-bounds.ts";
import { taskExampleSchema } from "./findings-examples.ts";
import { intervalCheckSchema } from "./findings-interval-check.ts";
import { itemAnalysisSchema } from "./findings-items.ts";
import { noticeSchema } from "./findings-notices.ts";
import { detectableSchema } from "./findings-power.ts";
import { protectionSchema } from "./findings-protection.ts";
import { rankTableSchema } from "./findings-ranks.ts";
import { sensitivitySchema } from "./findings-sensitivity.ts";
import { trainingStatementSchema } from "./findings-training.ts";
import { speedSchema } from "./findings-speed.ts";
import { procurementSchema } from "./findings-procurement.ts";
import { trainingNeedSchema } from "./findings-training-need.ts";
import { modelDescriptionSchema } from "./model.ts";

import {
  exposureDifferenceSchema,
  exposureSchema,
  hygienePriceSchema,
  leakSchema,
} from "./findings-hygiene.ts";
import { comparisonSchema, gainSchema, rateSchema, transferSchema } from "./findings-rates.ts";
import { reliabilitySchema } from "./findings-reliability.ts";
import {
  answeringSchema,
  failureSchema,
  suiteResultSchema,
  verdictCountSchema,
} from "./findings-verdicts.ts";

export type { Exposure, HygienePrice, Leak } from "./findings-hygiene.ts";
export type { Comparison, Gain, Rate, Transfer } from "./findings-rates.ts";
export type { Reliability } from "./findings-reliability.ts";
export type { Answering, Failure, SuiteResult, VerdictCount } from "./findings-verdicts.ts";

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
  /** A bad and a good example per suite; in order of the suites. */
  examples: z.array(taskExampleSchema).default([]),
  /** Only of a run with requirements. */
  procurement: procurementSchema.optional(),
  /** Absent when no model was measured. */
  trainingNeed: trainingNeedSchema.optional(),
  /** Data classes of the cases; empty where the run does not hold its cases. */
  protection: z.array(protectionSchema).default([]),
  withheld: z.array(z.object({ model: z.string(), cases: z.int().min(1), reason: z.string() })),
});
export type Findings = z.infer<typeof findingsSchema>;
