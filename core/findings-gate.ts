import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { failureClassSchema } from "./failure-class.ts";

/** How many changed answers of each direction the gate keeps, and how much of each. */
export const mostGateChanges = 200;
export const longestGateAnswer = 4000;

const share = z.number().min(0).max(1);
const count = z.int().min(0);
const placeFields = {
  suite: z.string(),
  model: z.string(),
  variant: z.string(),
  input: inputKindSchema,
};

/** Which side of a comparison something is true of. */
const sideSchema = z.enum(["baseline", "candidate"]);

export const gateCriterionSchema = z.object({
  ...placeFields,
  title: z.string(),
  /** What the baseline calls model and variant, where it is another name. */
  baselineModel: z.string(),
  baselineVariant: z.string(),
  /** False for a row that is only shown. */
  deciding: z.boolean(),
  /** Cases measured on both sides. */
  n: count,
  passedBefore: count,
  passedAfter: count,
  /** Passed before and not now, and the other way round. */
  lost: count,
  won: count,
  /** Cases that failed before and fail now: listed, never red. */
  failedBoth: z.array(z.string()),
  /** Pass rate before minus pass rate now; positive is worse. Absent without a pair. */
  drop: z.number().optional(),
  /** 95 % interval of the drop. */
  low: z.number().optional(),
  high: z.number().optional(),
  /** Exact one-sided McNemar, alone and after Holm; `pHolm` only where the row decides. */
  p: share.optional(),
  pHolm: share.optional(),
  /** Cases of this place that lack a measured answer on one of the sides. */
  missing: count,
  cases: count,
  status: z.enum(["worse", "held", "too-few", "not-measured"]),
  /** Smallest true drop that this number of cases shows with 80 % power; absent: none. */
  detectable: share.optional(),
  /** Cases it would take to tell; absent when it can be told, or beyond 10 000. */
  casesNeeded: z.int().min(1).optional(),
});
export type GateCriterion = z.infer<typeof gateCriterionSchema>;

const attemptsSchema = z.object({ passed: count, failed: count, missing: count });

export const gateCriticalSchema = z.object({
  ...placeFields,
  case: z.string(),
  before: attemptsSchema,
  after: attemptsSchema,
  /** Failures with which the case is red. */
  needed: z.int().min(1),
  status: z.enum(["held", "broken", "failed-before", "too-few-attempts", "not-measured"]),
});
export type GateCritical = z.infer<typeof gateCriticalSchema>;

/** How often critical cases turn the gate red without a difference. */
export const criticalNoiseSchema = z.object({
  cases: count,
  /** Whatever the share of attempts in which they flip. */
  worst: share,
  /** When each flips in 2 % of its attempts. */
  atTwoPercent: share,
  /** Largest flip rate at which the part kept for critical cases holds. */
  tolerable: share,
});

export const gateChangeSchema = z.object({
  ...placeFields,
  case: z.string(),
  attempt: z.int().min(1),
  critical: z.boolean(),
  severity: z.number(),
  question: z.string().optional(),
  /** Answers, at most 4000 UTF-16 units; absent where the baseline, or a run without answers, keeps none. */
  before: z.object({ answer: z.string().optional(), class: failureClassSchema.optional() }),
  after: z.object({
    answer: z.string().optional(),
    class: failureClassSchema.optional(),
    reasons: z.array(z.string()),
    cached: z.boolean(),
  }),
});
export type GateChange = z.infer<typeof gateChangeSchema>;

const caseAtPlace = z.object({ ...placeFields, case: z.string() });

const gateHeadSchema = z.object({
  source: z.enum(["run", "file"]),
  runId: z.string(),
  title: z.string(),
  createdAt: z.string(),
});

export const gateRuleSchema = z.object({
  /** Of the whole rule. */
  alpha: share,
  /** Part of it that is kept for critical cases, and what is left for the criteria. */
  criticalAlpha: share,
  criteriaAlpha: share,
  maxDrop: share,
  strict: z.boolean(),
  /** Share of cases without a measured answer above which nothing is decided. */
  maxMissing: share,
  /** The rule in German, exactly as it decides. */
  text: z.string().min(1),
});
export type GateRule = z.infer<typeof gateRuleSchema>;

/** What the gate concludes: `findings.json` of `npm run gate`. */
export const gateFindingsSchema = z.object({
  schemaVersion: z.literal(1),
  outcome: z.enum(["held", "worse", "too-few", "invalid"]),
  /** 0 held or too few, 1 worse, 3 invalid. */
  exitCode: z.union([z.literal(0), z.literal(1), z.literal(3)]),
  /** What decided, German sentences. */
  reasons: z.array(z.string()),
  rule: gateRuleSchema,
  baseline: gateHeadSchema,
  candidate: gateHeadSchema,
  criteria: z.array(gateCriterionSchema),
  critical: z.array(gateCriticalSchema),
  criticalNoise: criticalNoiseSchema,
  missing: z.array(
    caseAtPlace.extend({
      side: sideSchema,
      because: z.enum(["infrastructure", "grader-error", "no-trial"]),
    }),
  ),
  flaky: z.array(caseAtPlace.extend({ side: sideSchema, passed: count, of: count })),
  quarantined: z.array(
    z.object({ suite: z.string(), case: z.string(), until: z.string(), reason: z.string() }),
  ),
  /** Answers of the candidate, and how many of them came from the cache. */
  answers: count,
  cachedAnswers: count,
  worse: z.array(gateChangeSchema).max(mostGateChanges),
  better: z.array(gateChangeSchema).max(mostGateChanges),
  worseTotal: count,
  betterTotal: count,
  /** What a reader has to know, German. */
  notices: z.array(z.string()),
});
export type GateFindings = z.infer<typeof gateFindingsSchema>;
