import { z } from "zod";
import { integer, isoDate } from "./coerce.ts";

const text = z.string().min(1);

/** `bericht.yaml`: what an agency adds to a report; no number comes from it. */
export const reportDetailsSchema = z.strictObject({
  schemaVersion: integer()
    .pipe(z.literal(1, { error: "muss 1 sein" }))
    .default(1),
  agency: text.optional().describe("Behörde, die den Bericht herausgibt."),
  purpose: text.optional().describe("Wofür ein Modell gesucht wird, zum Beispiel: Bürgeramt."),
  state: z
    .enum(["entwurf", "endfassung"], { error: "muss entwurf oder endfassung sein" })
    .default("entwurf")
    .describe("Stand des Berichts; steht auf Seite 1."),
  version: text.optional().describe("Fassung, zum Beispiel 0.2."),
  contact: text.optional().describe("Wer Fragen und Hinweise zu Barrieren entgegennimmt."),
  nextTest: isoDate("2027-05-01")
    .optional()
    .describe("Wann der nächste Test geplant ist; steht auf Seite 1."),
  signatures: z
    .array(
      z.strictObject({
        role: text.describe("Funktion, zum Beispiel: Leitung Digitalreferat."),
        name: text.optional(),
      }),
    )
    .default([])
    .describe("Wer unterschreibt; je Eintrag eine Zeile zum Unterschreiben."),
  changes: z
    .array(
      z.strictObject({
        version: text,
        date: isoDate("2026-11-29"),
        text: text.describe("Was geändert wurde."),
        by: text.optional(),
      }),
    )
    .default([])
    .describe("Änderungsverzeichnis, älteste Fassung zuerst."),
});
export type ReportDetails = z.infer<typeof reportDetailsSchema>;
