import { z } from "zod";

/** What may be said of training against the other model. Renderers hold the sentence to each. */
export const trainingVerdicts = [
  /** The interval of the decision contrast lies above 0. */
  "training-beats-model",
  /** It lies below 0. */
  "model-beats-training",
  /** It holds 0 and lies inside the margin: nothing that matters lies between the two. */
  "equivalent",
  /** It holds 0: open. */
  "open",
] as const;

/** The one sentence that a pair of models allows in a suite, and what it rests on. */
export const trainingStatementSchema = z.object({
  suite: z.string(),
  /** S, the model whose trained rate is lower. */
  small: z.string(),
  large: z.string(),
  verdict: z.enum(trainingVerdicts),
  n: z.int().min(1),
  /** Decision contrast, S trained − L untrained. */
  value: z.number(),
  low: z.number(),
  high: z.number(),
  margin: z.number().positive(),
  /**
   * Only while open: cases like these with which a contrast of this size would be told from 0 with
   * 80 % power. Absent when the contrast is 0 or its variance unknown.
   */
  casesNeeded: z.int().min(1).optional(),
  method: z.string().min(1),
});
export type TrainingStatement = z.infer<typeof trainingStatementSchema>;
