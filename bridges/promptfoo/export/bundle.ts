import { z } from "zod";
import { caseSchema } from "../../../core/case.ts";
import { suiteFileSchema } from "../../../core/suite.ts";

/**
 * The file beside a configuration that holds what graders and import need and promptfoo has no place
 * for: the suites as they were exported.
 */
export const bundleSchema = z.strictObject({
  schemaVersion: z.literal(1),
  suites: z.array(
    suiteFileSchema.extend({
      prompts: z.record(z.string(), z.string()),
      cases: z.array(caseSchema),
    }),
  ),
  /** The run whose answers are replayed; absent when models are asked. */
  run: z.strictObject({ folder: z.string(), runId: z.string() }).optional(),
});
export type Bundle = z.infer<typeof bundleSchema>;

/** The files of an export, by the name of its configuration: `promptfooconfig.yaml`. */
export function exportFiles(config: string) {
  const stem = config.replace(/\.ya?ml$/iu, "");
  return {
    config,
    bundle: `${stem}.amtsprobe.json`,
    grader: `${stem}.grader.mjs`,
    provider: `${stem}.provider.mjs`,
  } as const;
}
