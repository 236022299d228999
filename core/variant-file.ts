import { z } from "zod";

/** Names that mean something else in a run. */
const taken = /^(?:none|untrained.*)$/u;

/** The front matter of a prompt file outside of a suite. */
export const variantHeadSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, {
      error: "darf nur aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen",
    })
    .refine((name) => !taken.test(name), {
      error: "darf nicht „none“ heißen und nicht mit „untrained“ beginnen",
    })
    .optional()
    .describe("Name der Prompt-Variante im Lauf; ohne Angabe der Name der Datei."),
  title: z.string().min(1).optional().describe("Wofür der Prompt ist, für Menschen."),
  suites: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("Suiten, mit denen dieser Prompt geprüft wird; ohne Angabe alle des Laufs."),
});
export type VariantHead = z.infer<typeof variantHeadSchema>;

/** A prompt file as a run keeps it, so that the run can be taken up without the file. */
export const variantFileSchema = z.object({
  name: z.string().min(1),
  /** Where it was, from the program's folder. */
  file: z.string(),
  /** SHA-256 in hex of the file's bytes in UTF-8. */
  sha256: z.string(),
  /** The whole file, with its front matter. */
  text: z.string(),
});
export type VariantFile = z.infer<typeof variantFileSchema>;

/** A prompt file, read: one more variant. */
export interface PromptVariant extends VariantFile {
  readonly prompt: string;
  readonly suites?: readonly string[] | undefined;
}
