import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { failureClassSchema } from "./failure-class.ts";

/** Hex digits of a hash that a baseline keeps: enough that two cases never share them. */
export const keptHash = 16;

/** A case of a baseline: what it must be equal in to be compared. */
export const baselineCaseSchema = z.strictObject({
  id: z.string().min(1),
  /** Beginning of the case hash (input, expectations, deciding graders); empty when not known. */
  hash: z.string().max(keptHash),
  critical: z.literal(true).optional(),
  severity: z.number().optional(),
  template: z.string().optional(),
});

export const baselineSuiteSchema = z.strictObject({
  name: z.string().min(1),
  version: z.string(),
  title: z.string().optional(),
  /** SHA-256 over suite file, prompts and cases. */
  hash: z.string(),
  /** SHA-256 over ids, hashes and `critical` of the cases: what has to be the same. */
  testSetHash: z.string(),
  /** Version of each deciding grader. */
  graders: z.record(z.string(), z.string()),
  cases: z.array(baselineCaseSchema),
});

/** An answer kept with `--with-answers`. */
export const baselineAnswerSchema = z.strictObject({
  answer: z.string(),
  class: failureClassSchema.optional(),
  reasons: z.array(z.string()).optional(),
});

/** One suite under one prompt, model and input. */
export const baselineResultSchema = z.strictObject({
  suite: z.string().min(1),
  model: z.string().min(1),
  variant: z.string().min(1),
  input: inputKindSchema,
  /** By case: a letter per attempt, `p` passed, `f` failed, `-` not measured. */
  outcomes: z.record(z.string(), z.string().regex(/^[pf-]+$/u)),
  /** By case, in the order of the attempts; absent without `--with-answers`. */
  answers: z.record(z.string(), z.array(baselineAnswerSchema.nullable())).optional(),
});

/** A run boiled down to what a later gate compares with; made to be committed. */
export const gateBaselineSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal("amtsprobe-baseline"),
  runId: z.string(),
  title: z.string(),
  createdAt: z.string(),
  seed: z.int(),
  models: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string().optional(),
      revision: z.string().optional(),
    }),
  ),
  suites: z.array(baselineSuiteSchema),
  results: z.array(baselineResultSchema),
  /** SHA-256 over everything else in the file, whatever the order of its keys. */
  contentHash: z.string(),
});
export type GateBaseline = z.infer<typeof gateBaselineSchema>;
/** All but the hash over it. */
export type BaselineContent = Omit<GateBaseline, "contentHash">;
export type BaselineAnswer = z.infer<typeof baselineAnswerSchema>;
