import { z } from "zod";
import { integer, number } from "./coerce.ts";
import type { Case } from "./case.ts";

/** The three styles in which untrained people put a task; `untrained` is their mean per case. */
export const untrainedStyles = ["untrained-kurz", "untrained-kopie", "untrained-vage"] as const;
/** The variant of somebody who has learnt to put a task. */
export const trainedVariant = "trained";
/** The variant of baselines, which read no prompt. */
export const noVariant = "none";

/** `untrained-kurz` → `untrained`; every other variant is its own group. */
export function variantGroup(variant: string): string {
  return variant.startsWith("untrained-") ? "untrained" : variant;
}

/** Placeholders a prompt file may contain, and the field of the case each stands for. */
export const promptPlaceholders = ["text", "question", "old", "new"] as const;
export type PromptPlaceholder = (typeof promptPlaceholders)[number];

const graderName = z.string().min(1);
const variantName = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, {
  error: "darf nur aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen",
});

/** `suite.yaml`: what a suite is, how it is graded, and which prompts it uses. */
export const suiteFileSchema = z.strictObject({
  schemaVersion: integer().pipe(z.literal(1, { error: "muss 1 sein" })),
  name: variantName.describe("Kurzname der Suite; so heißt sie im Lauf und im Bericht."),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/u, { error: "muss eine Version wie 1.0.0 sein" })
    .describe("Steigt, sobald sich ein Fall ändert."),
  title: z.string().min(1).describe("Überschrift im Bericht."),
  canary: z
    .string()
    .min(20)
    .optional()
    .describe(
      "Kennfolge, an der man erkennt, dass die Suite in Trainingsdaten geraten ist (docs/eigene-suite.md).",
    ),
  graders: z
    .strictObject({
      must: z.array(graderName).min(1).describe("Diese Grader entscheiden."),
      hint: z.array(graderName).default([]).describe("Diese Grader werden nur gezeigt."),
    })
    .describe("Wer die Antworten beurteilt."),
  options: z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .default({})
    .describe("Einstellungen je Grader."),
  threshold: z
    .record(z.string(), number().pipe(z.number().min(0).max(1)))
    .default({})
    .describe("Ab welchem Wert ein Grader bestanden ist."),
  passAt: number()
    .pipe(z.number().gt(0).max(1))
    .default(0.8)
    .describe("Anteil bestandener Fälle, ab dem ein Modell die Suite besteht."),
  maxTokens: integer()
    .pipe(z.int().min(1).max(32_000))
    .default(400)
    .describe("Höchste Länge einer Antwort in Token."),
  variants: z
    .record(variantName, z.string().min(1))
    .describe("Prompt-Varianten: Name und Datei im Ordner prompts."),
});
export type SuiteFile = z.infer<typeof suiteFileSchema>;

/** The graders that decide on a case: its own, else those of the suite. */
export function mustGraders(
  suite: Pick<SuiteFile, "graders">,
  graded: Pick<Case, "must">,
): readonly string[] {
  return graded.must ?? suite.graders.must;
}

/** The settings of the graders for a case: those of the suite, overlaid by its own. */
export function graderOptions(
  suite: Pick<SuiteFile, "options">,
  graded: Pick<Case, "options">,
): SuiteFile["options"] {
  if (graded.options === undefined) return suite.options;
  const own = Object.entries(graded.options).map(([name, options]) => [
    name,
    { ...suite.options[name], ...options },
  ]);
  return { ...suite.options, ...Object.fromEntries(own) };
}

/** A suite as the run uses it: its file, its cases and the text of its prompts. */
export interface Suite extends SuiteFile {
  /** Template text per variant. */
  readonly prompts: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
  /**
   * Ids of the cases whose author named no protection class. They count as invented, but not where
   * they hold what looks like real persons' data; absent where nobody looked.
   */
  readonly unclassed?: ReadonlySet<string> | undefined;
}
