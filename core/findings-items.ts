import { z } from "zod";

/** What the answers say about a case, for the authors of its suite. */
export const itemSchema = z.object({
  suite: z.string(),
  case: z.string(),
  /** Measured trials of models on the main input; baselines do not count. */
  n: z.int().min(1),
  /** Share of them that passed. */
  passed: z.number().min(0).max(1),
  /**
   * Correlation over models and prompts of passing this case with the rate on the suite's other cases;
   * absent below four of them or without variance. Negative: the better fail it.
   */
  discrimination: z.number().min(-1).max(1).optional(),
  /** Share passed by the stronger and by the weaker half of the models; absent below four trials each. */
  strong: z.number().min(0).max(1).optional(),
  weak: z.number().min(0).max(1).optional(),
  /** `doubtful`: strong models fail where weak ones pass, by 30 points or more. */
  flag: z.enum(["all-passed", "all-failed", "doubtful"]).optional(),
});
export type Item = z.infer<typeof itemSchema>;

/** Item analysis of a run; without rows `note` says why. */
export const itemAnalysisSchema = z.object({
  rows: z.array(itemSchema),
  /** Models of the stronger and of the weaker half, by their rate over all suites. */
  strong: z.array(z.string()),
  weak: z.array(z.string()),
  method: z.string().min(1),
  note: z.string().optional(),
});
export type ItemAnalysis = z.infer<typeof itemAnalysisSchema>;
