import { z } from "zod";
import { number } from "./coerce.ts";

/** Award methods that may decide. */
export const awardMethods = ["einfach", "erweitert", "ufab-ii"] as const;
export type AwardMethod = (typeof awardMethods)[number];

const percentPoints = number().pipe(z.number().min(0).max(100));

/** Why a method of award is not offered (procurement handbook, section 4). */
const refused: Readonly<Record<string, string>> = {
  mittelwert:
    "wird nicht angeboten: Bei der Mittelwertmethode kann ein unterlegenes Angebot die Reihenfolge der anderen kippen (Flipping-Effekt); die UfAB rät ab. Nehmen Sie einfach, erweitert oder ufab-ii",
  "interpolation-beidseitig":
    "wird nicht angeboten: Die beidseitige Interpolation verzerrt bei wenigen Angeboten und gilt in der Fachliteratur als unzulässig. Nehmen Sie einfach, erweitert oder ufab-ii",
  "interpolation-einseitig":
    "wird nicht angeboten: Interpolation gehört nicht zu den Verfahren dieses Programms. Nehmen Sie einfach, erweitert oder ufab-ii",
  median:
    "kann nicht maßgeblich sein: Die Formel ist nicht anhand der UfAB 2018 bestätigt. Der Median erscheint als Sensitivität; maßgeblich kann einfach, erweitert oder ufab-ii sein",
  referenzwert:
    "kann nicht maßgeblich sein: Die Formel ist nicht anhand der UfAB 2018 bestätigt. Geben Sie referenceValue an, dann erscheint er als Sensitivität; maßgeblich kann einfach, erweitert oder ufab-ii sein",
};

const decisive = z
  .string()
  .check((context) => {
    if (awardMethods.some((name) => name === context.value)) return;
    const message = refused[context.value] ?? `muss eines davon sein: ${awardMethods.join(", ")}`;
    context.issues.push({ code: "custom", message, input: context.value });
  })
  .pipe(z.enum(awardMethods));

/** How performance and price become a figure; fixed before the run. */
export const awardMethodSchema = z
  .strictObject({
    decisive: decisive.describe("Das maßgebliche Verfahren: einfach, erweitert oder ufab-ii."),
    corridor: number()
      .pipe(z.number().min(1).max(10))
      .optional()
      .describe("Schwankungsbereich s der Erweiterten Richtwertmethode in Prozent, 1 bis 10."),
    decision: z
      .enum(["leistung", "preis"])
      .optional()
      .describe(
        "Entscheidungskriterium der Erweiterten Richtwertmethode: leistung oder preis; sonst decisionGroup.",
      ),
    decisionGroup: z
      .string()
      .min(1)
      .optional()
      .describe("Statt decision: die Kriteriengruppe, deren Leistungspunkte entscheiden."),
    priceWeight: percentPoints.optional().describe("UfAB-II: Gewicht des Preises in Prozent."),
    performanceWeight: percentPoints
      .optional()
      .describe("UfAB-II: Gewicht der Leistung; mit priceWeight zusammen 100."),
    performanceReference: z
      .enum(["beste", "theoretisch"])
      .default("beste")
      .describe(
        "UfAB-II: Leistung geteilt durch die beste der zugelassenen oder die höchstmögliche.",
      ),
    referenceValue: z
      .strictObject({
        performance: number().pipe(z.number().gt(0)),
        price: number().pipe(z.number().gt(0)),
      })
      .optional()
      .describe("Referenzwerte für Leistung und Preis je Jahr; nur Sensitivität."),
  })
  .check((context) => {
    const flaw = flawOf(context.value);
    if (flaw !== undefined) context.issues.push({ ...flaw, code: "custom", input: context.value });
  });
export type AwardMethodSettings = z.infer<typeof awardMethodSchema>;

interface Settings {
  readonly decisive: AwardMethod;
  readonly corridor?: number | undefined;
  readonly decision?: string | undefined;
  readonly decisionGroup?: string | undefined;
  readonly priceWeight?: number | undefined;
  readonly performanceWeight?: number | undefined;
}

interface SettingsFlaw {
  readonly message: string;
  readonly path: string[];
}

function flawOf(settings: Settings): SettingsFlaw | undefined {
  return extendedFlaw(settings) ?? weightFlaw(settings);
}

function extendedFlaw(settings: Settings): SettingsFlaw | undefined {
  const { decisive: method, corridor, decision, decisionGroup } = settings;
  if (decision !== undefined && decisionGroup !== undefined) {
    const message = "verträgt sich nicht mit decision; nennen Sie eines";
    return { path: ["decisionGroup"], message };
  }
  if (method !== "erweitert") return undefined;
  if (corridor === undefined) {
    const message =
      "fehlt: Die Erweiterte Richtwertmethode braucht den Schwankungsbereich (1 bis 10 Prozent)";
    return { path: ["corridor"], message };
  }
  if (decision !== undefined || decisionGroup !== undefined) return undefined;
  const message = "fehlt: Die Erweiterte Richtwertmethode braucht ein Entscheidungskriterium";
  return { path: ["decision"], message };
}

function weightFlaw(settings: Settings): SettingsFlaw | undefined {
  const { decisive: method, priceWeight, performanceWeight } = settings;
  const path = ["priceWeight"];
  if ((priceWeight === undefined) !== (performanceWeight === undefined)) {
    return { path, message: "braucht auch performanceWeight und umgekehrt; zusammen 100" };
  }
  if (priceWeight === undefined || performanceWeight === undefined) {
    const message = "fehlt: UfAB-II braucht das Gewicht von Preis und Leistung";
    return method === "ufab-ii" ? { path, message } : undefined;
  }
  const sum = priceWeight + performanceWeight;
  if (Math.abs(sum - 100) < 1e-9) return undefined;
  const shown = String(sum).replace(".", ",");
  return { path, message: `ergibt mit performanceWeight ${shown} statt 100` };
}
