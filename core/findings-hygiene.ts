import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { interval, method, suite } from "./findings-fields.ts";

/** Protected items per case in the messages that would be sent. */
export const exposureSchema = z.object({
  suite,
  variant: z.string(),
  input: inputKindSchema,
  n: z.int().min(1),
  value: z.number().min(0),
  ...interval,
  method,
});
export type Exposure = z.infer<typeof exposureSchema>;

/** Difference in exposure between two variants or inputs. */
export const exposureDifferenceSchema = z.object({
  kind: z.enum(["variant", "input"]),
  suite,
  a: z.string(),
  b: z.string(),
  /** What was held fixed: the input between variants, the variant between inputs. */
  within: z.array(z.string()).default([]),
  n: z.int().min(1),
  difference: z.number(),
  /** Absent, with its method, when all cases differ by the same number. */
  low: z.number().optional(),
  high: z.number().optional(),
  method: method.optional(),
  /** True when the difference is 0 in every case. */
  byConstruction: z.boolean(),
});

/** Share of cases whose answer carries a protected value. One-sided bound when none was seen. */
export const leakSchema = z.object({
  suite,
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  n: z.int().min(1),
  withLeak: z.number().min(0),
  withInvented: z.number().min(0),
  value: z.number().min(0).max(1),
  ...interval,
  method,
});
export type Leak = z.infer<typeof leakSchema>;

/** What pseudonymising costs: pass rate raw − pseudonymised on the same cases. */
export const hygienePriceSchema = z.object({
  suite,
  model: z.string(),
  variant: z.string(),
  n: z.int().min(1),
  raw: z.number(),
  pseudonymised: z.number(),
  difference: z.number(),
  ...interval,
  method,
  /** Share of answers that keep the placeholders they needed; absent if none was needed. */
  placeholdersKept: z
    .object({ n: z.int().min(1), value: z.number(), ...interval, method })
    .optional(),
});
export type HygienePrice = z.infer<typeof hygienePriceSchema>;
