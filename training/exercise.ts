import { z } from "zod";

/** The six kinds of exercise. */
export const exerciseKinds = [
  "find-error",
  "check-path",
  "improve-prompt",
  "data-hygiene",
  "bias-pair",
  "release",
] as const;
export const exerciseKindSchema = z.enum(exerciseKinds);
export type ExerciseKind = z.infer<typeof exerciseKindSchema>;

const text = z.string().min(1);

/** A text that is shown with the task: the official text, an answer, a prompt. */
const blockSchema = z.strictObject({
  label: text,
  /** `prose` is read, `answer` and `prompt` are shown as they are, white space and all. */
  kind: z.enum(["prose", "answer", "prompt"]),
  text,
  /** BCP 47 language of the text. */
  language: z.string().default("de"),
});
export type Block = z.infer<typeof blockSchema>;

const optionSchema = z.strictObject({ text, right: z.boolean(), feedback: text });
export type Option = z.infer<typeof optionSchema>;

/** What a participant does, and what is right. */
const taskSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("choice"),
    /** Several options may be right; else exactly one is. */
    multiple: z.boolean(),
    options: z.array(optionSchema).min(2).max(10),
  }),
  z.strictObject({
    kind: z.literal("matching"),
    pairs: z
      .array(z.strictObject({ left: text, right: text }))
      .min(2)
      .max(10),
    /** Right sides that belong to nothing. */
    distractors: z.array(text),
  }),
  z.strictObject({
    kind: z.literal("essay"),
    /** What the participant improves; empty for a blank sheet. */
    template: z.string(),
    sample: text,
    rubric: z.array(text).min(1),
  }),
  z.strictObject({
    kind: z.literal("release"),
    /** May the answer go out as it is? */
    release: z.boolean(),
    feedbackYes: text,
    feedbackNo: text,
    sample: text,
    rubric: z.array(text).min(1),
  }),
]);
export type Task = z.infer<typeof taskSchema>;

/** One exercise, the source of every format. All texts are German unless a block says otherwise. */
export const exerciseSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** Stable: kind and the anchors of the failures it was made from. */
  id: z.string().regex(/^[a-z0-9-]+$/u),
  kind: exerciseKindSchema,
  title: text,
  /** Tag of the competence, as in `findings.json`. */
  competence: text,
  goal: text,
  /** 1 easy to 3 hard. */
  difficulty: z.int().min(1).max(3),
  minutes: z.int().min(1),
  blocks: z.array(blockSchema),
  question: text,
  task: taskSchema,
  /** Why the marked solution is right. */
  solution: text,
  source: z.strictObject({
    suite: text,
    suiteTitle: text,
    case: text,
    caseSource: z.string(),
    /** „Modell A“; never the name. */
    model: text,
    variant: text,
    /** Anchor of the card in the report, `fall-…`. */
    anchor: text,
    /** True: persons and identifiers are invented. */
    synthetic: z.boolean(),
    licence: text,
  }),
});
export type Exercise = z.infer<typeof exerciseSchema>;
