import { z } from "zod";
import { inputKindSchema } from "./case.ts";

/** Where a model stands; models that cannot be told apart share at least one rank. */
export const rankedModelSchema = z.object({
  model: z.string(),
  /** Pass rate. */
  value: z.number().min(0).max(1),
  low: z.number(),
  high: z.number(),
  n: z.int().min(1),
  /** Best rank that the comparisons leave open; 1 is the highest. */
  best: z.int().min(1),
  worst: z.int().min(1),
  /** Share of resamples in which this model is first; ties count in parts. */
  first: z.number().min(0).max(1).optional(),
});
export type RankedModel = z.infer<typeof rankedModelSchema>;

/**
 * A rank table that never orders what cannot be told apart: a model's range of ranks says which
 * models are distinguishably better and worse. Models with the same range stand by name.
 */
export const rankTableSchema = z.object({
  suite: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  models: z.array(rankedModelSchema).min(2),
  /** Cases that every model of the table has; the probabilities of rank 1 rest on them. */
  common: z.int().min(0),
  method: z.string().min(1),
});
export type RankTable = z.infer<typeof rankTableSchema>;
