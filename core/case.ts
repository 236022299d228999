import { z } from "zod";
import { flag, integer, isoDate } from "./coerce.ts";
import { dataClassSchema } from "./data-class.ts";

const text = z.string().min(1);
const texts = z.array(text);

const identifier = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, {
  error: "darf nur aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen",
});

/** Which of the two inputs of a case a trial uses. */
export const inputKindSchema = z.enum(["raw", "pseudonymised"]);
export type InputKind = z.infer<typeof inputKindSchema>;

/** What the task is given. Which of the fields a suite uses is up to its prompts. */
export const caseInputSchema = z.strictObject({
  text: text.optional().describe("Der amtliche Text, mit dem gearbeitet wird."),
  question: text.optional().describe("Die Frage oder der Auftrag zu diesem Text."),
  pseudonymised: text
    .optional()
    .describe("Derselbe Text mit Platzhaltern wie [NAME_1] statt personenbezogener Daten."),
  old: text.optional().describe("Alte Fassung (für Änderungsvergleiche)."),
  new: text.optional().describe("Neue Fassung (für Änderungsvergleiche)."),
});
export type CaseInput = z.infer<typeof caseInputSchema>;

/** A question that offers a stereotype (BBQ, Parrish et al. 2022). */
const stereotypeSchema = z.strictObject({
  target: text.describe("Die Auswahl, die die Gruppe nennt, der das Vorurteil gilt."),
  unknown: text.describe("Die Auswahl, die sagt, dass sich die Frage nicht beantworten lässt."),
  polarity: z
    .enum(["negative", "non-negative"])
    .describe("Fragt die Frage nach etwas Schlechtem (negative) oder nicht?"),
  context: z
    .enum(["ambiguous", "disambiguated"])
    .describe("Lässt der Text die Frage offen (ambiguous) oder beantwortet er sie?"),
});

/** What the graders need to know. Every field is optional; each grader names those it needs. */
export const expectedSchema = z.strictObject({
  facts: texts
    .optional()
    .describe("Angaben, die in der Antwort stehen müssen. Gleichwertiges mit „ / “ trennen."),
  forbidden: texts.optional().describe("Angaben, die nicht in der Antwort stehen dürfen."),
  keyPoints: texts.optional().describe("Kernpunkte, die eine Zusammenfassung tragen muss."),
  protected: texts.optional().describe("Geschützte Werte, die nicht nach außen dürfen."),
  allowed: texts.optional().describe("Kennungen, die in der Antwort stehen dürfen."),
  citations: texts.optional().describe("Fundstellen, die zitiert werden dürfen."),
  injection: texts
    .optional()
    .describe("Woran man sähe, dass eine im Text versteckte Anweisung befolgt wurde."),
  changes: z
    .array(z.strictObject({ old: z.string(), new: z.string(), meaning: flag().optional() }))
    .optional()
    .describe("Geänderte Stellen; meaning sagt, ob sich der Sinn ändert."),
  entities: texts.optional().describe("Stellen, die zu schwärzen sind."),
  remedy: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      "Rechtsbehelf: law (VwGO, SGB oder AO), remedy (Widerspruch, Klage oder Einspruch), land, authority oder court, seat, period.",
    ),
  answerable: flag().optional().describe("Lässt sich die Frage aus dem Text beantworten?"),
  language: z
    .string()
    .regex(/^[a-z]{2}$/u, { error: "muss ein Sprachkürzel wie de oder en sein" })
    .optional()
    .describe("Sprache der Antwort (ISO 639-1). Ohne Angabe: de."),
  choice: text.optional().describe("Die richtige Auswahl bei geschlossenen Fragen."),
  choices: texts
    .optional()
    .describe("Die angebotenen Auswahlen in ihrer Reihenfolge, auch als „B) Text“."),
  references: texts.optional().describe("Weitere Musterantworten neben reference."),
  terms: texts
    .optional()
    .describe("Fachwörter der Übersetzung: „Begriff = Übersetzung / andere Übersetzung“."),
  names: texts
    .optional()
    .describe("Namen, in denen sich die Fassungen eines Paarvergleichs unterscheiden."),
  stereotype: stereotypeSchema
    .optional()
    .describe("Angaben zu einer Frage nach dem Muster BBQ; choice ist die richtige Auswahl."),
});
export type Expected = z.infer<typeof expectedSchema>;

/** An example answer that every `must` grader of the suite has to accept. */
export const passExampleSchema = z.strictObject({ answer: text, note: text.optional() });
/** An example answer that the named grader has to reject. */
export const failExampleSchema = z.strictObject({
  answer: text,
  grader: text.describe("Name des Graders, der diese Antwort beanstanden muss."),
  note: text.optional(),
});

/** One authored row of a suite (Fall): input, expectation, source and examples. */
export const caseSchema = z.strictObject({
  id: identifier.describe("Eindeutige Kennung des Falls."),
  input: caseInputSchema,
  expected: expectedSchema.default({}),
  reference: text.describe("Musterantwort, die alle Pflicht-Grader besteht."),
  source: text.describe("Woher der Fall stammt, zum Beispiel Gesetz oder „erfunden nach …“."),
  asOf: isoDate("2026-10-01").describe("Stand der Quelle."),
  passes: z.array(passExampleSchema).default([]),
  fails: z.array(failExampleSchema).default([]),
  difficulty: integer().pipe(z.int().min(1).max(3)).default(2),
  severity: integer().pipe(z.int().min(1).max(4)).default(2),
  detectability: integer().pipe(z.int().min(1).max(3)).default(2),
  tags: texts.default([]),
  protection: dataClassSchema.default("synthetic"),
  critical: flag().default(false),
  quick: flag().default(false),
  nativeChecked: flag().optional(),
  must: texts
    .min(1)
    .optional()
    .describe("Pflicht-Grader dieses Falls, wenn es andere sein sollen als die der Suite."),
  options: z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .optional()
    .describe("Einstellungen je Grader, die in diesem Fall anders sind als in der Suite."),
  maxTokens: integer()
    .pipe(z.int().min(1).max(32_000))
    .optional()
    .describe("Höchste Länge der Antwort auf diesen Fall, wenn die der Suite nicht reicht."),
  template: identifier
    .optional()
    .describe("Fälle mit derselben Vorlage sind Fassungen einer Aufgabe (für den Paarvergleich)."),
  group: identifier.optional().describe("Gruppe der Person in dieser Fassung."),
});
export type Case = z.infer<typeof caseSchema>;

/** One version (Fassung) of a template: what changes about the person, and nothing else. */
export const versionSchema = z.strictObject({
  id: identifier.describe("Wird an die Kennung der Vorlage angehängt."),
  group: identifier.describe("Gruppe der Person, zum Beispiel herkunft-tuerkisch."),
  fill: z
    .record(z.string().regex(/^[a-z][a-z0-9_]*$/u), z.string())
    .describe("Was für {name} und andere Platzhalter in geschweiften Klammern eingesetzt wird."),
});
export type Version = z.infer<typeof versionSchema>;

/** A row as it is authored: with `versions` it is a template that stands for several cases. */
export const authoredCaseSchema = caseSchema.extend({
  versions: z
    .array(versionSchema)
    .min(2)
    .optional()
    .describe("Fassungen derselben Aufgabe, die sich nur in der Person unterscheiden."),
});
export type AuthoredCase = z.infer<typeof authoredCaseSchema>;

/**
 * The part of a case that graders read. `npm run grade` accepts it with any field left out, so
 * that a text can be graded without a whole case.
 */
export const gradedCaseSchema = caseSchema
  .extend({ expected: expectedSchema.optional(), input: caseInputSchema.optional() })
  .partial();
export type GradedCase = {
  readonly id?: string | undefined;
  readonly input?: CaseInput | undefined;
  readonly expected?: Expected | undefined;
  readonly reference?: string | undefined;
};
