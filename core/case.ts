import { z } from "zod";
import { flag, integer, isoDate } from "./coerce.ts";
import { dataClassSchema, type DataClass } from "./data-class.ts";
import { expectedSchema, type Expected } from "./expected.ts";

const text = z.string().min(1);
const texts = z.array(text);

/** What is left out is the same value in every case: a suite of 100 000 cases has it once. */
const noList: never[] = [];
Object.freeze(noList);
const nothingExpected: Expected = Object.freeze({});

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

const messageSchema = z.strictObject({
  role: z.enum(["system", "user", "assistant"]).describe("Wer spricht."),
  content: z.string().describe("Wortlaut."),
});

/** What is sent, written out, for each prompt variant of a case. */
const variantMessages = z.record(identifier, z.array(messageSchema).min(1));

/** An example answer that every `must` grader of the suite has to accept. */
export const passExampleSchema = z.strictObject({
  answer: text.describe("Eine richtige Antwort in anderen Worten als die Musterantwort."),
  note: text.optional().describe("Anmerkung für Menschen."),
});
/** An example answer that the named grader has to reject. */
export const failExampleSchema = z.strictObject({
  answer: text.describe("Eine falsche Antwort, wie ein Modell sie geben könnte."),
  grader: text.describe("Name des Graders, der diese Antwort beanstanden muss."),
  note: text.optional().describe("Anmerkung für Menschen, zum Beispiel: was daran falsch ist."),
});

/** One authored row of a suite (Fall): input, expectation, source and examples. */
export const caseSchema = z.strictObject({
  id: identifier.describe("Eindeutige Kennung des Falls."),
  input: caseInputSchema.describe("Was das Modell bekommt."),
  expected: expectedSchema.default(() => nothingExpected).describe("Was die Grader wissen müssen."),
  messages: variantMessages
    .optional()
    .describe(
      "Fertige Nachrichten je Prompt-Variante, an Stelle einer Prompt-Datei (so schreibt sie der Import von promptfoo).",
    ),
  reference: text
    .optional()
    .describe(
      "Musterantwort, die alle Pflicht-Grader besteht. Nur ein Fall mit expected.assertions darf ohne sein.",
    ),
  source: text.describe("Woher der Fall stammt, zum Beispiel Gesetz oder „erfunden nach …“."),
  asOf: isoDate("2026-10-01").describe("Stand der Quelle, als 2026-10-01 oder 01.10.2026."),
  passes: z
    .array(passExampleSchema)
    .default(() => noList)
    .describe("Richtige Antworten, die alle Pflicht-Grader bestehen müssen."),
  fails: z
    .array(failExampleSchema)
    .default(() => noList)
    .describe("Falsche Antworten, die der jeweils genannte Grader beanstanden muss."),
  difficulty: integer()
    .pipe(z.int().min(1).max(3))
    .default(2)
    .describe("Wie schwer die Aufgabe ist: 1 leicht, 2 mittel, 3 schwer. Ohne Angabe: 2."),
  severity: integer()
    .pipe(z.int().min(1).max(4))
    .default(2)
    .describe(
      "Folgen eines Fehlers: 1 harmlos, 2 lästig, 3 ernst, 4 schwerwiegend. Ordnet die Fehlerkarten im Bericht. Ohne Angabe: 2.",
    ),
  detectability: integer()
    .pipe(z.int().min(1).max(3))
    .default(2)
    .describe(
      "Wie leicht jemand den Fehler bemerkt, bevor er Schaden anrichtet: 1 kaum, 2 mit Mühe, 3 leicht. Ohne Angabe: 2.",
    ),
  tags: texts
    .default(() => noList)
    .describe(
      "Kennzeichen: ein Amt (amt-…), eine Lebenslage (lebenslage-… oder verwaltung-intern) und mindestens eine Kompetenz (pruefen, prompten, daten, bias, sicherheit, adressat, verantwortung, kalibrierung).",
    ),
  protection: dataClassSchema
    .default("synthetic")
    .describe(
      "Wie schutzbedürftig der Fall ist: synthetic (erfunden), public (öffentlich), internal (dienstlich), personal (personenbezogen), classified (Verschlusssache). Ein Modell bekommt nur, was seine dataClasses erlauben. Ohne Angabe: synthetic.",
    ),
  critical: flag()
    .default(false)
    .describe(
      "Darf auf keinen Fall misslingen (ja oder nein): Wer hier durchfällt, besteht die Suite nicht. Ohne Angabe: nein.",
    ),
  quick: flag()
    .default(false)
    .describe(
      "Gehört in den Schnelllauf (ja oder nein). Ist kein Fall markiert, nimmt er die ersten zehn. Ohne Angabe: nein.",
    ),
  nativeChecked: flag()
    .optional()
    .describe(
      "Bei Antworten in anderen Sprachen: Hat jemand mit dieser Muttersprache den Fall gelesen (ja oder nein)?",
    ),
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
    .describe(
      "Höchste Länge der Antwort auf diesen Fall in Token, wenn die der Suite nicht reicht.",
    ),
  template: identifier
    .optional()
    .describe("Fälle mit derselben Vorlage sind Fassungen einer Aufgabe (für den Paarvergleich)."),
  group: identifier.optional().describe("Gruppe der Person in dieser Fassung."),
});
export type Case = z.infer<typeof caseSchema>;

/** A case with a model answer, as every case of our own suites has. */
export interface ReferencedCase extends Case {
  readonly reference: string;
}

export function hasReference(graded: Case): graded is ReferencedCase {
  return graded.reference !== undefined;
}

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
export const authoredCaseSchema = caseSchema
  .extend({
    versions: z
      .array(versionSchema)
      .min(2)
      .optional()
      .describe("Fassungen derselben Aufgabe, die sich nur in der Person unterscheiden."),
  })
  .superRefine(({ reference, expected }, context) => {
    if (reference !== undefined || expected.assertions !== undefined) return;
    context.addIssue({ code: "custom", path: ["reference"], message: "fehlt" });
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
  readonly protection?: DataClass | undefined;
};
