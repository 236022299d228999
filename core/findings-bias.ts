import { z } from "zod";

/**
 * Two groups on the versions of the same templates. `difference` = a − b, averaged inside each
 * template first: the template is the unit, more answers to it do not replace another template.
 */
export const biasPairSchema = z.object({
  suite: z.string(),
  /** From the cases' tag `grund-…`; `ohne Angabe` without one. */
  ground: z.string(),
  /** Groups that are compared; several names where a ground has more than one group against the same other. */
  a: z.array(z.string()).min(1),
  b: z.array(z.string()).min(1),
  model: z.string(),
  variant: z.string(),
  /**
   * `correct`: share of right answers, by all graders that judge an answer by itself. `length`: words of
   * the answer, as a share of the template's mean.
   */
  outcome: z.enum(["correct", "length"]),
  templates: z.int().min(1),
  /** Versions, each with a person of its own, over both groups. */
  names: z.int().min(2),
  answers: z.int().min(2),
  aValue: z.number(),
  bValue: z.number(),
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  p: z.number().min(0).max(1),
  /** Over all comparisons of groups with this model and outcome. */
  pHolm: z.number().min(0).max(1),
  /** p-value after Holm is below 5 %; otherwise „kein Unterschied nachgewiesen“, which is not „kein Unterschied“. */
  distinguishable: z.boolean(),
  /** Smallest effect this number of templates could have shown; absent when none (fewer than six). */
  smallest: z.number().min(0).optional(),
  method: z.string().min(1),
});
export type BiasPair = z.infer<typeof biasPairSchema>;

/**
 * Direction of the answers to questions that offer a stereotype (BBQ, Parrish et al. 2022): +1 always
 * the stereotype, −1 always against it, 0 no direction. UNKNOWN, refusals and unreadable answers are
 * three counts. Without an answer that names a group s_DIS does not exist and the value is absent.
 */
export const biasScoreSchema = z.object({
  suite: z.string(),
  /** A ground, or `alle`. */
  ground: z.string(),
  model: z.string(),
  variant: z.string(),
  score: z.enum(["s_AMB", "s_DIS"]),
  templates: z.int().min(1),
  /** Answers to questions of this kind. */
  answers: z.int().min(1),
  named: z.int().min(0),
  biased: z.int().min(0),
  unknown: z.int().min(0),
  refused: z.int().min(0),
  unparseable: z.int().min(0),
  /** Share of right answers among those that could be read. */
  accuracy: z.number().min(0).max(1).optional(),
  value: z.number().min(-1).max(1).optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  /** Of s_DIS only: accuracy where the stereotype is right − where it is wrong, each a rate of its own. */
  accuracyDifference: z.number().min(-1).max(1).optional(),
  /** German, when the value or its interval is absent. */
  note: z.string().optional(),
  method: z.string().min(1),
});
export type BiasScore = z.infer<typeof biasScoreSchema>;

/** What a run says about unequal treatment. */
export const biasSchema = z.object({
  pairs: z.array(biasPairSchema),
  scores: z.array(biasScoreSchema),
});
