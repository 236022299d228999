import { z } from "zod";

/** What people have to be able to do, by the kind of failure they have to catch. */
export const competences = [
  "pruefen",
  "prompten",
  "daten",
  "bias",
  "sicherheit",
  "adressat",
  "verantwortung",
  "kalibrierung",
] as const;
export const competenceSchema = z.enum(competences);
export type Competence = z.infer<typeof competenceSchema>;

const interval = {
  low: z.number(),
  high: z.number(),
  method: z.string().min(1),
  /** Clustered by case; absent where the interval is exact or nothing varies. */
  standardError: z.number().min(0).optional(),
};

/** Need of one competence over all tasks, in one task, or for the people of one role. */
export const needSchema = z.object({
  scope: z.enum(["all", "task", "staff"]),
  /** Suite or group of people; absent over all. */
  name: z.string().optional(),
  competence: competenceSchema,
  /** Cases of the scope that were measured, and those (in parts) with such a failure. */
  n: z.int().min(1),
  failed: z.number().min(0),
  rate: z.object({ value: z.number().min(0).max(1), ...interval }),
  /** Means over the failures, weighted by their share; absent without one. */
  severity: z.number().min(1).max(4).optional(),
  detectability: z.number().min(1).max(3).optional(),
  /** Failure rate × severity × 1/detectability, averaged over cases: 0 to 4. */
  value: z.number().min(0).max(4),
  ...interval,
  level: z.enum(["high", "medium", "low"]),
  /** Whether the whole interval lies in that level. */
  certain: z.boolean(),
  /** The strongest real failures, at most three. */
  examples: z.array(
    z.object({
      anchor: z.string(),
      suite: z.string(),
      case: z.string(),
      variant: z.string(),
      severity: z.number(),
      detectability: z.number(),
      reason: z.string(),
    }),
  ),
});
export type Need = z.infer<typeof needSchema>;

export const trainingNeedSchema = z.object({
  /** Whose failures these are. */
  model: z.string(),
  /** Why this model; a German sentence. */
  chosen: z.string(),
  thresholds: z.object({ high: z.number(), medium: z.number() }),
  /** Over all first, each scope by need, the greatest first. */
  needs: z.array(needSchema),
});
export type TrainingNeed = z.infer<typeof trainingNeedSchema>;
