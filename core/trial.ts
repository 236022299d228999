import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { failureClassSchema } from "./failure-class.ts";
import { outcomeSchema } from "./outcome.ts";
import { scoreSchema } from "./score.ts";

/** Where a trial stands in the run: one case × prompt variant × input × model × attempt. */
export const trialKeySchema = z.object({
  trialId: z.string().min(1),
  callHash: z.string().default(""),
  caseHash: z.string().default(""),
  suite: z.string().min(1),
  case: z.string().min(1),
  variant: z.string().min(1),
  input: inputKindSchema.default("raw"),
  model: z.string().min(1),
  attempt: z.int().min(1).default(1),
});
export type TrialKey = z.infer<typeof trialKeySchema>;

/** A line of `trials.jsonl`: a finished call. */
export const trialRecordSchema = trialKeySchema.extend({
  schemaVersion: z.literal(1).default(1),
  outcome: outcomeSchema,
  /**
   * What the model was asked for; absent for baselines. What its provider does not heed stands in
   * `details` of the model in the manifest.
   */
  temperature: z.number().optional(),
  seed: z.int().optional(),
  maxTokens: z.int().optional(),
  finishedAt: z.string().optional(),
  checksum: z.string().optional(),
});
export type TrialRecord = z.infer<typeof trialRecordSchema>;

/** A line of `scores.jsonl`: what one version of one grader says of one trial. */
export const scoreRecordSchema = z.object({
  schemaVersion: z.literal(1).default(1),
  trialId: z.string().min(1),
  caseHash: z.string().default(""),
  grader: z.string().min(1),
  version: z.string().min(1),
  score: scoreSchema,
  /** Class of the failure when the score is not passed. */
  failureClass: failureClassSchema.optional(),
  checksum: z.string().optional(),
});
export type ScoreRecord = z.infer<typeof scoreRecordSchema>;
