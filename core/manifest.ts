import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { modelConfigSchema, modelDescriptionSchema } from "./model.ts";
import { recordedRequirementsSchema } from "./requirements.ts";
import { variantFileSchema } from "./variant-file.ts";

/** What the analysis needs to know of a case besides its trials. */
export const caseSummarySchema = z.object({
  id: z.string(),
  caseHash: z.string().default(""),
  critical: z.boolean().default(false),
  severity: z.number().default(2),
  detectability: z.number().default(2),
  tags: z.array(z.string()).default([]),
  nativeChecked: z.boolean().optional(),
  /** Graders that decide on this case, where they are not those of the suite. */
  must: z.array(z.string()).optional(),
  /** Cases with the same template are versions of one task. */
  template: z.string().optional(),
  group: z.string().optional(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

/** A suite as it was when the run planned it. */
export const runSuiteSchema = z.object({
  name: z.string(),
  version: z.string().default("0.0.0"),
  title: z.string().optional(),
  /** SHA-256 over suite file, prompts and cases. */
  hash: z.string().default(""),
  passAt: z.number().default(0.8),
  maxTokens: z.int().optional(),
  graders: z.object({
    must: z.array(z.string()),
    hint: z.array(z.string()).default([]),
    guard: z.array(z.string()).default([]),
  }),
  options: z.record(z.string(), z.unknown()).default({}),
  threshold: z.record(z.string(), z.number()).default({}),
  cases: z.array(caseSummarySchema).default([]),
});
export type RunSuite = z.infer<typeof runSuiteSchema>;

/** Protected items that the messages of a case would carry away; counted without any model. */
export const exposureRowSchema = z.object({
  suite: z.string(),
  case: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  items: z.int().min(0),
});
export type ExposureRow = z.infer<typeof exposureRowSchema>;

/** One sitting of a run: from a start to its end, its abort or its resumption. */
export const sessionSchema = z.object({
  startedAt: z.string(),
  durationMs: z.number().min(0),
  /** Of this program and the largest process of an embedded model together: an upper bound. */
  peakMemoryBytes: z.number().min(0),
  /** Peak of the process of each embedded model, by the model's id. */
  modelMemoryBytes: z.record(z.string(), z.number().min(0)).optional(),
  calls: z.int().min(0),
  /** What models that judge did cost, in euro; absent when nothing. */
  judges: z.object({ billed: z.number().min(0), uncertain: z.number().min(0) }).optional(),
});

/** Cases that were not sent to a model because their data class does not allow it. */
export const withheldSchema = z.object({
  model: z.string(),
  suite: z.string(),
  case: z.string(),
  reason: z.string(),
});

/** `manifest.json`: everything that repeats the run. */
export const manifestSchema = z.object({
  schemaVersion: z.literal(1),
  runId: z.string().min(1),
  title: z.string().default("Amtsprobe"),
  createdAt: z.string().default("unknown"),
  profile: z.enum(["quick", "full"]).default("full"),
  seed: z.int().default(1),
  attempts: z.int().min(1).default(1),
  variants: z.array(z.string()).default([]),
  inputs: z.array(inputKindSchema).default(["raw"]),
  /** Trials planned; the run is complete when each has an outcome. */
  plannedTrials: z.int().min(0).default(0),
  harness: z.record(z.string(), z.string()).default({}),
  models: z.array(modelDescriptionSchema).default([]),
  /** Models as they were configured, and the suites each is tried on; without a list on all. */
  assignments: z
    .array(z.object({ model: modelConfigSchema, suites: z.array(z.string()).optional() }))
    .default([]),
  /** Names of shipped suites, or folders. */
  suiteSources: z.array(z.string()).default([]),
  suites: z.array(runSuiteSchema).default([]),
  exposure: z.array(exposureRowSchema).default([]),
  withheld: z.array(withheldSchema).default([]),
  /** Prompt files outside of the suites, each one more variant. */
  variantFiles: z.array(variantFileSchema).default([]),
  /** How often a critical case is asked at least; absent when as often as the others. */
  criticalAttempts: z.int().min(1).optional(),
  budget: z.number().positive().optional(),
  /** The requirements that were fixed before the run; absent when there were none. */
  requirements: recordedRequirementsSchema.optional(),
  /** True when invented texts obeyed the data classes too. */
  strict: z.literal(true).optional(),
  /** True when the answers were graded and then not kept. */
  noAnswers: z.literal(true).optional(),
  sessions: z.array(sessionSchema).default([]),
});
export type Manifest = z.infer<typeof manifestSchema>;
