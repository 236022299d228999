import { z } from "zod";
import { assertionFields } from "./assertion.ts";
import { flag } from "./coerce.ts";

const text = z.string().min(1);
const texts = z.array(text);

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
    .array(
      z.strictObject({
        old: z.string().describe("Wortlaut der alten Fassung; leer, wenn etwas hinzukam."),
        new: z.string().describe("Wortlaut der neuen Fassung; leer, wenn etwas wegfiel."),
        meaning: flag().optional().describe("Ändert sich der Sinn (ja oder nein)?"),
      }),
    )
    .optional()
    .describe("Geänderte Stellen; meaning sagt, ob sich der Sinn ändert."),
  entities: texts.optional().describe("Stellen, die zu schwärzen sind."),
  remedy: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      "Rechtsbehelf: law (VwGO, SGB oder AO), remedy (Widerspruch, Klage oder Einspruch), land, authority oder court, seat, period.",
    ),
  answerable: flag()
    .optional()
    .describe("Lässt sich die Frage aus dem Text beantworten (ja oder nein)?"),
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
  ...assertionFields,
});
export type Expected = z.infer<typeof expectedSchema>;
