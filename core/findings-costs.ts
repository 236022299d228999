import { z } from "zod";

/** 95 % interval of a figure of the requirements, and how it was found. */
export const interval = {
  low: z.number(),
  high: z.number(),
  method: z.string().min(1),
  /** Clustered by case; absent where the interval is exact or nothing varies. */
  standardError: z.number().min(0).optional(),
};

/** Tokens that requests of a purpose took in the run, and what a year of them costs. */
export const purposeCostSchema = z.object({
  purpose: z.string(),
  perYear: z.number(),
  /** Answers whose tokens are known. */
  answers: z.int().min(1),
  inputTokens: z.number().min(0),
  outputTokens: z.number().min(0),
});

const bound = z.number().optional();
const tokenCostSchema = z.object({
  value: z.number().min(0),
  ...interval,
  low: bound,
  high: bound,
});

export const costSchema = z.object({
  kind: z.enum(["commercial", "hosted", "own"]),
  /** Including VAT; the evaluated price P. */
  perYear: z.number().gt(0),
  overHorizon: z.number().gt(0),
  /** Fixed costs per year over the horizon. */
  fixedPerYear: z.number().min(0),
  /** Absent with a flat price; without interval when all cases took the same tokens. */
  tokensPerYear: tokenCostSchema.optional(),
  /** Requests over all purposes. */
  requestsPerYear: z.number().min(0),
  purposes: z.array(purposeCostSchema),
});
export type Cost = z.infer<typeof costSchema>;
