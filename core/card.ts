import { z } from "zod";
import { failureClassSchema } from "./failure-class.ts";
import { failedTrialFields } from "./findings-verdicts.ts";
import { evidenceSchema } from "./score.ts";

/** How many characters of another answer a card keeps. */
export const longestExcerpt = 1200;
/** How many other answers a card keeps. */
export const mostOthers = 3;

/** What another model, or the same one under another prompt, said to the same input of the case. */
export const otherAnswerSchema = z.object({
  model: z.string(),
  variant: z.string(),
  attempt: z.int().min(1),
  verdict: z.enum(["passed", "failed", "not-measured"]),
  /** Class and anchor of a failed answer, which has a card of its own. */
  class: failureClassSchema.optional(),
  anchor: z.string().optional(),
  /** The beginning of the answer, at most 1200 UTF-16 code units; empty when it was not kept. */
  excerpt: z.string(),
  /** UTF-16 code units of the whole answer. */
  length: z.int().min(0),
});
export type OtherAnswer = z.infer<typeof otherAnswerSchema>;

/** A line of `cards.jsonl`: the full texts of one failure. */
export const cardSchema = z.object({
  schemaVersion: z.literal(1),
  ...failedTrialFields,
  /** Absent when the run does not hold the texts of its cases. */
  question: z.string().optional(),
  text: z.string().optional(),
  reference: z.string().optional(),
  source: z.string().optional(),
  answer: z.string(),
  /** True when the answer was not kept; then `answer` and `evidence` are empty. */
  answerOmitted: z.literal(true).optional(),
  /** BCP 47 language the answer should be in. */
  language: z.string(),
  /** Why it failed, one entry per grader that objected; German. */
  reasons: z.array(z.object({ grader: z.string(), reason: z.string() })),
  evidence: z.array(evidenceSchema),
  /** At most three answers to the same input; empty where nobody else was asked. */
  others: z.array(otherAnswerSchema).max(mostOthers).default([]),
});
export type Card = z.infer<typeof cardSchema>;
