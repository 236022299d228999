import { z } from "zod";
import { isoDate, number } from "./coerce.ts";

const euro = number().pipe(z.number().min(0));

/** How often people will ask. */
export const volumeSchema = z.strictObject({
  purpose: z.string().min(1).describe("Kurzname des Einsatzzwecks."),
  perYear: number().pipe(z.number().gt(0)).describe("Anfragen je Jahr."),
});

/** A cost that does not depend on how often people ask. */
export const fixedCostSchema = z
  .strictObject({
    what: z
      .enum(["lizenz", "hosting", "gpu", "personal", "schulung", "sonstiges"])
      .describe("Art der Kosten."),
    once: euro.optional().describe("Einmalig, in Euro."),
    perYear: euro.optional().describe("Je Jahr, in Euro."),
    note: z.string().min(1).optional().describe("Anmerkung für Menschen."),
  })
  .refine(({ once, perYear }) => once !== undefined || perYear !== undefined, {
    error: "braucht once oder perYear; was unbekannt ist, wird nicht als 0 eingetragen",
  });

/** What a model costs. */
export const offerSchema = z
  .strictObject({
    model: z.string().min(1).describe("id des Modells im Lauf."),
    kind: z
      .enum(["commercial", "hosted", "own"])
      .describe(
        "commercial (Dienst eines Anbieters), hosted (fremd betrieben), own (eigener Betrieb).",
      ),
    billing: z
      .enum(["token", "pauschal"])
      .default("token")
      .describe("token: Preis je Million Token; pauschal: nur feste Kosten."),
    inputPerMillion: euro.optional().describe("Euro je Million Token Eingabe."),
    outputPerMillion: euro.optional().describe("Euro je Million Token Ausgabe."),
    fixed: z.array(fixedCostSchema).default([]).describe("Feste Kosten."),
  })
  .refine(
    ({ inputPerMillion, outputPerMillion }) =>
      (inputPerMillion === undefined) === (outputPerMillion === undefined),
    {
      error: "fehlt, oder der andere Tokenpreis ist zu viel: beide oder keiner",
      path: ["outputPerMillion"],
    },
  )
  .refine(({ billing, inputPerMillion }) => billing === "token" || inputPerMillion === undefined, {
    error: "verträgt sich nicht mit billing: pauschal",
    path: ["inputPerMillion"],
  });

/** Prices and where they come from. */
export const pricesSchema = z.strictObject({
  basis: z
    .string()
    .min(1)
    .describe("Woher die Preise stammen, zum Beispiel Preisliste, Rahmenvertrag."),
  asOf: isoDate("2026-11-01").describe("Stand der Preise."),
  vatPercent: number()
    .pipe(z.number().min(0).max(50))
    .describe(
      "Umsatzsteuer in Prozent, die auf alle Preise kommt; 0, wenn sie schon enthalten ist.",
    ),
  offers: z.array(offerSchema).min(1).describe("Kosten je Modell."),
});
export type Offer = z.infer<typeof offerSchema>;
export type Prices = z.infer<typeof pricesSchema>;
