import { z } from "zod";
import { isoDate, number, integer } from "./coerce.ts";
import { dataClassSchema } from "./data-class.ts";

/** What stands where nobody could read anything. */
export const unknownFact = "unbekannt";

/** A fact with where it was read and from when it is; or `unbekannt`. */
function fact<Schema extends z.ZodType>(value: Schema) {
  return z.union([
    z.literal(unknownFact, { error: 'muss "unbekannt" oder value, source und asOf sein' }),
    z.strictObject({
      value: value.describe("Was gilt."),
      source: z
        .string()
        .min(3, { error: "muss sagen, wo es steht (Adresse oder Schriftstück)" })
        .describe("Wo es steht: die Adresse, oder der Name eines Schriftstücks wie des Vertrags."),
      asOf: isoDate("2026-11-01").describe("Stand der Quelle."),
      secondHand: z
        .literal("ja", { error: "muss ja sein oder fehlen" })
        .optional()
        .describe(
          "ja: Die Quelle gibt wieder, was anderswo steht (Verzeichnis, Händler, Bericht).",
        ),
    }),
  ]);
}

const words = z.string().min(1);
const money = number().pipe(z.number().min(0));

/** `models/cards/*.yaml`: what is known of a model, each field with source and date. */
export const modelCardSchema = z.strictObject({
  schemaVersion: integer().pipe(z.literal(1, { error: "muss 1 sein" })),
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u, {
      error: "darf nur Kleinbuchstaben, Ziffern, Punkte und Bindestriche enthalten",
    })
    .describe("Kennung der Karte; eine eigene Karte mit derselben Kennung gilt statt dieser."),
  title: words.describe("Name für Menschen."),
  matches: z
    .array(words)
    .min(1)
    .describe("Namen, unter denen ein Endpunkt dieses Modell führt; * steht für Beliebiges."),
  hosts: z
    .array(words)
    .default([])
    .describe("Adressen, für die Betreiber, Ort, Vertrag und Preis gelten; leer: für keine."),
  provider: fact(words).describe("Wer das Modell herausgibt."),
  revision: fact(words).describe("Genaue Bezeichnung und Stand."),
  operator: fact(words).describe("Wer es betreibt."),
  place: fact(words).describe("Wo verarbeitet wird."),
  contract: fact(words).describe("Vertragsgrundlage, zum Beispiel Auftragsverarbeitung."),
  dataClasses: fact(z.array(dataClassSchema)).describe("Welche Daten es bekommen darf."),
  license: fact(words).describe("Lizenz, oder ob die Gewichte offen sind."),
  size: fact(words).describe("Zahl der Parameter."),
  contextTokens: fact(integer().pipe(z.int().min(1))).describe("Kontext in Token."),
  price: fact(
    z.strictObject({
      inputPerMillion: money,
      outputPerMillion: money,
      currency: z.enum(["EUR", "USD"]),
    }),
  ).describe("Preis je Million Token hin und zurück; asOf ist das Preisdatum."),
  knowledgeCutoff: fact(words).describe("Wissensstand."),
  languages: fact(words).describe("Sprachen."),
  considered: fact(words).describe("Welche deutsche Stelle es einsetzt oder erwägt."),
});
export type ModelCard = z.infer<typeof modelCardSchema>;

/** A line of a card as a report prints it; German. */
export const cardFactSchema = z.object({
  label: z.string(),
  value: z.string(),
  /** Absent for what is unknown. */
  source: z.string().optional(),
  asOf: z.string().optional(),
  /** True where the source only repeats what stands elsewhere. */
  secondHand: z.literal(true).optional(),
});
export type CardFact = z.infer<typeof cardFactSchema>;
