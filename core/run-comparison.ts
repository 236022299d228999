import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { failureClassSchema } from "./failure-class.ts";
import { modelDescriptionSchema } from "./model.ts";
import { evidenceSchema } from "./score.ts";

/** How many changed answers of each direction a comparison keeps, and how much of each. */
export const mostChanges = 100;
export const longestSide = 4000;

/** What two runs share of a suite. Only `shared` cases are compared. */
export const suitePairSchema = z.object({
  suite: z.string(),
  title: z.string(),
  /** Version and hash in the first and the later run; absent where a run lacks the suite. */
  before: z.object({ version: z.string(), hash: z.string() }).optional(),
  after: z.object({ version: z.string(), hash: z.string() }).optional(),
  /** Cases in both with the same question and the same expectations. */
  shared: z.int().min(0),
  /** Of these, cases for which a run does not say enough to tell. */
  unsure: z.int().min(0),
  /** Cases in both whose question or expectations differ. */
  changed: z.int().min(0),
  onlyBefore: z.int().min(0),
  onlyAfter: z.int().min(0),
});
export type SuitePair = z.infer<typeof suitePairSchema>;

/** One model under one prompt before and after, on the shared cases. `difference` = after − before. */
export const runDifferenceSchema = z.object({
  /** `alle`: the mean over the suites. */
  suite: z.string(),
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  n: z.int().min(1),
  before: z.number().min(0).max(1),
  after: z.number().min(0).max(1),
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  /** Cases (with attempts or styles: sums of their means) that were lost and won. */
  lost: z.number().min(0),
  won: z.number().min(0),
  p: z.number().min(0).max(1),
  pHolm: z.number().min(0).max(1),
  distinguishable: z.boolean(),
  /** True when both runs made the very same calls. */
  byConstruction: z.boolean(),
  method: z.string().min(1),
});
export type RunDifference = z.infer<typeof runDifferenceSchema>;

const sideSchema = z.object({
  verdict: z.enum(["passed", "failed"]),
  class: failureClassSchema.optional(),
  reasons: z.array(z.string()),
  /** The beginning of the answer, at most 4000 UTF-16 code units. */
  excerpt: z.string(),
  length: z.int().min(0),
  evidence: z.array(evidenceSchema),
});

/** An answer whose verdict is another one than before. */
export const changedAnswerSchema = z.object({
  suite: z.string(),
  case: z.string(),
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  attempt: z.int().min(1),
  severity: z.number(),
  critical: z.boolean(),
  question: z.string().optional(),
  language: z.string(),
  before: sideSchema,
  after: sideSchema,
});
export type ChangedAnswer = z.infer<typeof changedAnswerSchema>;

const placeSchema = z.object({ model: z.string(), variant: z.string(), input: inputKindSchema });
export type RunPlace = z.infer<typeof placeSchema>;

const runHeadSchema = z.object({
  id: z.string(),
  title: z.string(),
  createdAt: z.string(),
  profile: z.enum(["quick", "full"]),
});

/** Two runs on the cases they share: `vergleich.json`. */
export const runComparisonSchema = z.object({
  schemaVersion: z.literal(1),
  before: runHeadSchema,
  after: runHeadSchema,
  models: z.array(modelDescriptionSchema),
  suites: z.array(suitePairSchema),
  /** Places (model, prompt, input) that only one of the runs has. */
  onlyBefore: z.array(placeSchema),
  onlyAfter: z.array(placeSchema),
  differences: z.array(runDifferenceSchema),
  /** Passed before and failed after, and the other way round; the gravest first. */
  worse: z.array(changedAnswerSchema).max(mostChanges),
  better: z.array(changedAnswerSchema).max(mostChanges),
  worseTotal: z.int().min(0),
  betterTotal: z.int().min(0),
});
export type RunComparison = z.infer<typeof runComparisonSchema>;
