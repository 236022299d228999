import { z } from "zod";

/** The recommendation under one changed assumption. */
export const scenarioSchema = z.object({
  kind: z.enum(["base", "without-suite", "weights", "without-disputed", "target-band"]),
  /** German: what was changed. */
  name: z.string(),
  /** Models with their value, the best first. */
  ranking: z.array(z.object({ model: z.string(), value: z.number() })).min(1),
  /** Lead of the first over the second. */
  lead: z.number().min(0).optional(),
  /** The first of the base scenario is first here too (or shares the place). */
  stands: z.boolean(),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** Whether the recommendation hangs on a choice somebody could have made otherwise. */
export const sensitivitySchema = z.object({
  variant: z.string(),
  /** First of the base scenario; several at a tie. */
  leaders: z.array(z.string()),
  scenarios: z.array(scenarioSchema),
  /** True when it stands in every scenario. */
  stands: z.boolean(),
  method: z.string().min(1),
});
export type Sensitivity = z.infer<typeof sensitivitySchema>;
