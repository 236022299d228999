import { z } from "zod";
import { number } from "./coerce.ts";

/**
 * An assertion as promptfoo writes it; what it has beside these fields is promptfoo's business. In YAML
 * of ours every scalar is text, so weight and threshold are read as numbers here.
 */
const assertionObject = z.looseObject({
  type: z.string().min(1).describe("Art der Prüfung, wie promptfoo sie nennt: contains, regex …"),
  threshold: number().optional(),
  weight: number().optional(),
  get assert() {
    return z.array(assertionSchema).optional();
  },
});

/** JSON text, for values that are not text: `'{"type":"equals","value":37}'`. */
const assertionText = z.string().transform((text, context): z.infer<typeof assertionObject> => {
  const result = assertionObject.safeParse(parsedJson(text));
  if (result.success) return result.data;
  context.addIssue({ code: "custom", message: "ist keine Prüfung als JSON mit type" });
  return z.NEVER;
});

/** An assertion, as an object or as JSON text. */
export const assertionSchema: z.ZodType<Assertion> = z.union([assertionObject, assertionText]);

/** An assertion of promptfoo. `assert` is there for `assert-set` only. */
export interface Assertion {
  readonly type: string;
  readonly threshold?: number | undefined;
  readonly weight?: number | undefined;
  readonly assert?: Assertion[] | undefined;
  readonly [field: string]: unknown;
}

/** Ids that an assertion itself names, under `judge` and `embeddings`. */
export function judgesIn({ judge, embeddings, assert = [] }: Assertion): string[] {
  const own = [judge, embeddings].filter((id) => typeof id === "string");
  return [...own, ...assert.flatMap(judgesIn)];
}

/** JSON text, for variables that are not text: `'{"limit":37,"offices":["Bürgeramt"]}'`. */
const varsText = z.string().transform((text, context): Record<string, unknown> => {
  const result = z.record(z.string(), z.unknown()).safeParse(parsedJson(text));
  if (result.success) return result.data;
  context.addIssue({ code: "custom", message: "ist keine Gruppe von Angaben als JSON" });
  return z.NEVER;
});

/** What the grader `promptfoo:asserts` reads of a case; part of `expectedSchema`. */
export const assertionFields = {
  assertions: z
    .array(assertionSchema)
    .optional()
    .describe(
      "Prüfungen in der Schreibweise von promptfoo (auch assert-set), jede als Angaben oder als JSON-Text; der Grader promptfoo:asserts führt sie aus.",
    ),
  assertionThreshold: number()
    .optional()
    .describe("threshold des Tests in promptfoo: ab welchem gewichteten Mittel er bestanden ist."),
  assertionVars: z
    .union([z.record(z.string(), z.unknown()), varsText])
    .optional()
    .describe(
      "vars des Tests in promptfoo, soweit Prüfungen sie mit {{name}} einsetzen, als Angaben oder als JSON-Text.",
    ),
};

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
