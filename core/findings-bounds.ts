import { z } from "zod";
import { inputKindSchema } from "./case.ts";

/**
 * What can be ruled out about failing: the exact one-sided 95 % upper bound (Clopper–Pearson) of
 * the share of cases that fail. A case counts as failed when any measured attempt or style of it
 * failed, so that 0 means that nothing was seen to fail. Zero seen is not zero risk.
 */
export const failureBoundSchema = z.object({
  suite: z.string(),
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  /** `all` cases of the suite, or its `critical` ones. */
  scope: z.enum(["all", "critical"]),
  /** Cases with a measured trial. */
  n: z.int().min(1),
  failed: z.int().min(0),
  upper: z.number().min(0).max(1),
  method: z.string().min(1),
});
export type FailureBound = z.infer<typeof failureBoundSchema>;
