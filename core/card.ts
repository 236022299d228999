import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { failureClassSchema } from "./failure-class.ts";
import { evidenceSchema } from "./score.ts";

/** A line of `cards.jsonl`: the full texts of one failure. */
export const cardSchema = z.object({
  schemaVersion: z.literal(1),
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
  /** Absent when the run does not hold the texts of its cases. */
  question: z.string().optional(),
  text: z.string().optional(),
  reference: z.string().optional(),
  source: z.string().optional(),
  answer: z.string(),
  /** BCP 47 language the answer should be in. */
  language: z.string(),
  /** Why it failed, one entry per grader that objected; German. */
  reasons: z.array(z.object({ grader: z.string(), reason: z.string() })),
  evidence: z.array(evidenceSchema),
});
export type Card = z.infer<typeof cardSchema>;
