import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { failureClassSchema } from "./failure-class.ts";

/** How many characters of an answer an example keeps. */
export const longestExample = 600;

const exampleAnswerSchema = z.object({
  case: z.string(),
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
  /** Absent when the run does not hold the texts of its cases. */
  question: z.string().optional(),
  /** BCP 47 language the answer should be in. */
  language: z.string(),
  /** The beginning of the answer, at most 600 UTF-16 code units. */
  excerpt: z.string(),
  /** UTF-16 code units of the whole answer. */
  length: z.int().min(0),
});

/** One failed and one passed answer of a suite; a side is absent where no model has such an answer. */
export const taskExampleSchema = z.object({
  suite: z.string(),
  good: exampleAnswerSchema.optional(),
  bad: exampleAnswerSchema
    .extend({ anchor: z.string(), class: failureClassSchema, reason: z.string() })
    .optional(),
  /** By which rule they were chosen; German. */
  method: z.string().min(1),
});
export type TaskExample = z.infer<typeof taskExampleSchema>;
export type ExampleAnswer = z.infer<typeof exampleAnswerSchema>;
