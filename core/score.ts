import { z } from "zod";

/** A passage of the answer. Offsets are UTF-16 code units into the answer as it was given. */
export const evidenceSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
  kind: z.string().optional(),
  rule: z.string().optional(),
  checksum: z.enum(["passed", "failed", "none"]).optional(),
  cue: z.boolean().optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A judged answer. `value` is 0..1, `measures` holds the raw figures behind it. */
export const scoredSchema = z.strictObject({
  status: z.literal("scored"),
  value: z.number().min(0).max(1),
  passed: z.boolean(),
  reason: z.string().min(1),
  measures: z.record(z.string(), z.number()),
  evidence: z.array(evidenceSchema),
});
/** An answer the grader could not judge. Never a number. */
export const unscoredSchema = z.strictObject({
  status: z.literal("unscored"),
  reason: z.string().min(1),
});

/** What a grader says of one answer. */
export const scoreSchema = z.discriminatedUnion("status", [scoredSchema, unscoredSchema]);
export type Scored = z.infer<typeof scoredSchema>;
export type Score = z.infer<typeof scoreSchema>;
