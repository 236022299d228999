import { z } from "zod";
import { costSchema, interval } from "./findings-costs.ts";
import { awardMethods } from "./requirements-method.ts";
import { procurementRoles } from "./requirements.ts";

export type { Cost } from "./findings-costs.ts";

/** An exclusion criterion (A) at one model. Cases count, one vote each. */
export const exclusionResultSchema = z.object({
  id: z.string(),
  wording: z.string(),
  rule: z.string(),
  /** `undecided`: not measured, not reliable, or too few cases to decide at all. */
  status: z.enum(["met", "missed", "undecided"]),
  measured: z
    .object({
      n: z.int().min(1),
      violations: z.int().min(0),
      /** Exact one-sided 95 % bound: lower of the pass rate, or upper of the violation rate. */
      bound: z.number().min(0).max(1),
      limit: z.number().min(0).max(1),
      method: z.string().min(1),
    })
    .optional(),
  /** Why it is undecided, and how many cases would be enough. */
  note: z.string().optional(),
  /** Up to three failure cards. */
  anchors: z.array(z.string()),
});
export type ExclusionResult = z.infer<typeof exclusionResultSchema>;

/** A criterion (B) at one model. */
export const criterionResultSchema = z.object({
  id: z.string(),
  title: z.string(),
  group: z.string().optional(),
  weight: z.number(),
  s0: z.number(),
  s10: z.number(),
  minimumPoints: z.number().optional(),
  /** Absent when a suite of the criterion was not measured. */
  measured: z
    .object({
      n: z.int().min(1),
      score: z.number().min(0).max(1),
      /** Interval of the score. */
      ...interval,
      /** Bewertungspunkte. */
      points: z.number().min(0),
      /** Leistungspunkte = weight × points. */
      performance: z.number().min(0),
      /** False above 5 % trials that were not measured: „nicht belastbar“. */
      reliable: z.boolean(),
    })
    .optional(),
});
export type CriterionResult = z.infer<typeof criterionResultSchema>;

/** One model before the requirements. */
export const offerResultSchema = z.object({
  model: z.string(),
  status: z.enum(["admitted", "excluded", "undecided"]),
  /** Why it is out or open; German sentences. */
  reasons: z.array(z.string()),
  exclusions: z.array(exclusionResultSchema),
  criteria: z.array(criterionResultSchema),
  /** L; absent when a criterion was not measured. */
  performance: z.object({ value: z.number().min(0), n: z.int().min(1), ...interval }).optional(),
  cost: costSchema.optional(),
  /** Why there is no cost. */
  costMissing: z.string().optional(),
});
export type OfferResult = z.infer<typeof offerResultSchema>;

/** Figures by one award method over the admitted offers that have a price. */
export const methodResultSchema = z.object({
  method: z.enum([...awardMethods, "median", "referenzwert"]),
  decisive: z.boolean(),
  /** What the method was given, in words. */
  settings: z.string(),
  /** „Formel nicht anhand der UfAB 2018 bestätigt“, where that is so. */
  caveat: z.string().optional(),
  figures: z.array(
    z.object({
      model: z.string(),
      z: z.number(),
      /** Only of the decisive method. */
      low: z.number().optional(),
      high: z.number().optional(),
      /** False for offers below the corridor. */
      inside: z.boolean().default(true),
    }),
  ),
  /** Those in front; several when they are level. */
  first: z.array(z.string()),
});
export type MethodResult = z.infer<typeof methodResultSchema>;

/** Two admitted offers on the same cases; differences a − b. */
export const offerPairSchema = z.object({
  a: z.string(),
  b: z.string(),
  n: z.int().min(1),
  difference: z.number(),
  ...interval,
  p: z.number().min(0).max(1),
  pHolm: z.number().min(0).max(1),
  distinguishable: z.boolean(),
});
export type OfferPair = z.infer<typeof offerPairSchema>;

/** How sure the order by the decisive method is. */
export const standingSchema = z.object({
  model: z.string(),
  /** Share of the recalculations in which it is in front; ties count in parts. */
  firstShare: z.number().min(0).max(1),
  /** Ranks that the data allow: „1–2“ where two cannot be told apart. */
  best: z.int().min(1),
  worst: z.int().min(1),
  method: z.string().min(1),
  /** The rank by points; only in a „wertende Teststellung“. */
  rank: z.int().min(1).optional(),
});
export type Standing = z.infer<typeof standingSchema>;

/** From how many requests a year the one with the higher fixed costs is the cheaper one. */
export const breakEvenSchema = z.object({
  own: z.string(),
  other: z.string(),
  result: z.enum(["from", "until", "always", "never"]),
  /** Only with `from` and `until`. */
  requestsPerYear: z.number().min(0).optional(),
  plannedPerYear: z.number().min(0),
});
export type BreakEven = z.infer<typeof breakEvenSchema>;

/** Does the one in front stay in front? */
export const sensitivitySchema = z.object({
  change: z.string(),
  first: z.array(z.string()),
  same: z.boolean(),
});
export type Sensitivity = z.infer<typeof sensitivitySchema>;

/** What the requirements make of the run. */
export const procurementSchema = z.object({
  title: z.string(),
  date: z.string(),
  role: z.enum(procurementRoles),
  /** SHA-256 of `anforderungen.yaml`. */
  sha256: z.string(),
  file: z.string(),
  pointScale: z.number(),
  maximum: z.number(),
  horizonYears: z.number(),
  priceBasis: z.object({ basis: z.string(), asOf: z.string(), vatPercent: z.number() }).optional(),
  outOfScope: z.array(z.string()),
  offers: z.array(offerResultSchema),
  /** Empty in a „verifizierende Teststellung“: it must not change the ranking. */
  methods: z.array(methodResultSchema),
  standings: z.array(standingSchema),
  pairs: z.array(offerPairSchema),
  breakEven: z.array(breakEvenSchema),
  sensitivity: z.array(sensitivitySchema),
  /** Width of the interval of the one in front beside the chosen corridor s, both in percent. */
  corridor: z.object({ chosen: z.number(), computed: z.number() }).optional(),
  /** What has to be said beside the numbers; German sentences. */
  notes: z.array(z.string()),
});
export type Procurement = z.infer<typeof procurementSchema>;
