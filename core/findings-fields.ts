import { z } from "zod";

/** How an interval or a p-value was computed; printed beside the number. */
export const method = z.string().min(1);

/** 95 % interval. */
export const interval = { low: z.number(), high: z.number() };

/** Standard error clustered by case, as a check; absent for an exact interval or without variance. */
export const standardError = z.number().min(0).optional();

/** `alle`: the mean over the suites by `suiteWeights`; without these all count the same. */
export const suite = z.string();
