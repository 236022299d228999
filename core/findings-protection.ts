import { z } from "zod";
import { dataClassSchema } from "./data-class.ts";

/** How many cases of a suite have texts of one data class; as their authors entered it. */
export const protectionSchema = z.object({
  suite: z.string(),
  protection: dataClassSchema,
  cases: z.int().min(1),
});
export type Protection = z.infer<typeof protectionSchema>;
