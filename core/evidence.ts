import { z } from "zod";

/** One piece of evidence: what it says, or why it is missing. Never both, never neither. */
export const evidenceEntrySchema = z
  .object({
    /** Number in the list of the award file, 1 to 10. */
    section: z.int().min(1).max(10),
    title: z.string().min(1),
    /** What it is about: a model, a suite, a criterion; absent for the whole run. */
    subject: z.string().optional(),
    item: z.string().min(1),
    value: z.string().min(1).optional(),
    /** German sentence. */
    missing: z.string().min(1).optional(),
    /** File of the run folder, with an anchor where there is one. */
    source: z.string().min(1),
  })
  .refine(({ value, missing }) => (value === undefined) !== (missing === undefined), {
    error: "braucht value oder missing",
  });
export type EvidenceEntry = z.infer<typeof evidenceEntrySchema>;

export const evidenceFileSchema = z.object({
  name: z.string(),
  bytes: z.int().min(0),
  sha256: z.string(),
});
export type EvidenceFile = z.infer<typeof evidenceFileSchema>;

/** `nachweise.json`: what goes into the award file (Vergabeakte). */
export const evidenceSchema = z.object({
  schemaVersion: z.literal(1),
  runId: z.string(),
  /** „Markterkundung, keine Angebotswertung“ and the like. */
  role: z.string(),
  entries: z.array(evidenceEntrySchema),
  /** Every file of the run folder that the list rests on. */
  files: z.array(evidenceFileSchema),
});
export type EvidenceList = z.infer<typeof evidenceSchema>;
