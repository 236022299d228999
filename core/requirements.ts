import { z } from "zod";
import { inputKindSchema } from "./case.ts";
import { integer, isoDate, number } from "./coerce.ts";
import { failureClassSchema } from "./failure-class.ts";
import { awardMethodSchema } from "./requirements-method.ts";
import { pricesSchema, volumeSchema } from "./requirements-prices.ts";

const text = z.string().min(1);
const identifier = z.string().regex(/^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$/u, {
  error: "darf nur aus Buchstaben, Ziffern, Punkten und Bindestrichen bestehen",
});
/** Named twice, a suite would count twice, and its cases would look like twice as many. */
const suiteList = z
  .array(text)
  .min(1)
  .refine((names) => new Set(names).size === names.length, {
    error: "nennt eine Suite zweimal; jede darf nur einmal stehen",
  });
const share = number().pipe(z.number().min(0).max(1));
/** A bound of 0 or 1 could not be shown by any number of cases. */
const openShare = number().pipe(
  z.number().refine((value) => value > 0 && value < 1, {
    error: "muss zwischen 0 und 1 liegen; genau 0 oder 1 lässt sich mit keiner Fallzahl zeigen",
  }),
);

/** What the eval is in the procedure (procurement handbook, section 2). */
export const procurementRoles = ["markterkundung", "verifizierend", "wertend"] as const;

/** What the model is wanted for. */
export const purposeSchema = z.strictObject({
  id: identifier.describe("Kurzname des Einsatzzwecks."),
  title: text.describe("Einsatzzweck in einem Satz."),
  suites: suiteList.describe("Suiten, die diesen Zweck prüfen."),
  staff: text
    .optional()
    .describe(
      "Wer damit arbeitet, zum Beispiel Sachbearbeitung; danach gliedert der Schulungsbedarf.",
    ),
  protection: z
    .enum(["normal", "hoch", "sehr hoch"])
    .optional()
    .describe("Schutzbedarf nach Feststellung der Behörde."),
  affected: text.optional().describe("Wer von falschen Ausgaben betroffen ist."),
  oversight: text.optional().describe("Wie Menschen die Ausgabe prüfen."),
});

/** Where a criterion looks. */
const measured = {
  suites: suiteList.describe("Suiten, in denen gemessen wird; jede zählt gleich viel."),
  variant: text
    .default("trained")
    .describe("Prompt-Variante: trained, untrained oder eine eigene."),
  input: inputKindSchema.default("raw").describe("raw (Originaltext) oder pseudonymised."),
};

/** A-Kriterium: must be met, earns no points. */
export const exclusionSchema = z
  .strictObject({
    id: identifier.describe("Kennung, zum Beispiel A1."),
    wording: text.describe("Wortlaut, wie er in den Vergabeunterlagen steht."),
    ...measured,
    atLeast: openShare
      .optional()
      .describe(
        "Erfüllt, wenn die exakte einseitige 95-%-Untergrenze der Quote mindestens so hoch ist.",
      ),
    atMost: integer()
      .pipe(z.int().min(0))
      .optional()
      .describe("Erfüllt bei höchstens so vielen Fällen mit Verstoß; nur zusammen mit tolerated."),
    tolerated: openShare
      .optional()
      .describe(
        "Größte hinnehmbare Verstoßrate; die exakte einseitige 95-%-Obergrenze darf nicht darüber liegen.",
      ),
    classes: z
      .array(failureClassSchema)
      .min(1)
      .optional()
      .describe("Welche Befunde als Verstoß zählen, zum Beispiel leak. Ohne Angabe: jeder."),
  })
  .check((context) => {
    const { atLeast, atMost, tolerated } = context.value;
    const counts = atMost !== undefined && tolerated !== undefined;
    const single = (atMost === undefined) === (tolerated === undefined);
    if (single && (atLeast === undefined) === counts) return;
    const message =
      "braucht genau eine Regel: atLeast, oder atMost zusammen mit tolerated (höchstens x Verstöße)";
    context.issues.push({ code: "custom", message, input: context.value });
  });

/** B-Kriterium: earns points on a scale fixed beforehand. */
export const criterionSchema = z
  .strictObject({
    id: identifier.describe("Kennung, zum Beispiel B1."),
    title: text.describe("Wortlaut des Kriteriums."),
    group: text.optional().describe("Kriteriengruppe."),
    ...measured,
    weight: number()
      .pipe(z.number().gt(0).max(100))
      .describe("Gewichtungspunkte; alle Kriterien zusammen ergeben 100."),
    s0: share.describe("Quote, die 0 Punkte bringt."),
    s10: share.describe("Quote, die die volle Punktzahl bringt."),
    minimumPoints: number()
      .pipe(z.number().min(0))
      .optional()
      .describe("Mindestpunktzahl; darunter scheidet das Angebot aus."),
  })
  .refine(({ s0, s10 }) => s10 > s0, { error: "muss über s0 liegen", path: ["s10"] });

/** `anforderungen.yaml`: what was fixed before the run. */
export const requirementsSchema = z.strictObject({
  schemaVersion: integer().pipe(z.literal(1, { error: "muss 1 sein" })),
  title: text.describe("Was beschafft oder erkundet wird."),
  date: isoDate("2026-11-20").describe("Tag, an dem die Anforderungen festgelegt wurden."),
  role: z
    .enum(procurementRoles)
    .describe(
      "markterkundung, verifizierend (verifizierende Teststellung) oder wertend (wertende Teststellung).",
    ),
  operator: text.optional().describe("Wer prüft."),
  purposes: z.array(purposeSchema).min(1).describe("Einsatzzwecke."),
  outOfScope: z.array(text).default([]).describe("Wofür die Prüfung nicht gilt."),
  exclusions: z.array(exclusionSchema).default([]).describe("Ausschlusskriterien (A)."),
  criteria: z.array(criterionSchema).min(1).describe("Bewertungskriterien (B)."),
  pointScale: integer()
    .pipe(z.int().min(1).max(100))
    .default(10)
    .describe("Höchste Zahl der Bewertungspunkte je Kriterium, üblich sind 10, 5 oder 4."),
  method: awardMethodSchema.describe("Wie aus Leistung und Preis eine Kennzahl wird."),
  horizonYears: number().pipe(z.number().gt(0).max(20)).describe("Betrachtungszeitraum in Jahren."),
  volumes: z.array(volumeSchema).default([]).describe("Anfragen je Jahr und Zweck."),
  prices: pricesSchema.optional().describe("Preise; ohne sie gibt es nur Leistungspunkte."),
  training: z
    .strictObject({
      high: number().pipe(z.number().gt(0).max(4)).default(0.5),
      medium: number().pipe(z.number().gt(0).max(4)).default(0.15),
    })
    .refine(({ high, medium }) => high > medium, {
      error: "muss über medium liegen",
      path: ["high"],
    })
    .prefault({})
    .describe("Schwellen des Schulungsbedarfs: ab high heißt er hoch, ab medium mittel."),
});
export type Requirements = z.infer<typeof requirementsSchema>;
export type Exclusion = Requirements["exclusions"][number];
export type Criterion = Requirements["criteria"][number];

/** The requirements as a run keeps them, so that "fixed before the run" can be proved. */
export const recordedRequirementsSchema = z.object({
  /** Name of the file the person gave. */
  file: z.string(),
  /** SHA-256 in hex of the bytes of `text` in UTF-8: what `sha256sum` says of the file. */
  sha256: z.string(),
  /** The whole file, byte-order mark included. */
  text: z.string(),
});
export type RecordedRequirements = z.infer<typeof recordedRequirementsSchema>;
