import type { MethodResult } from "../../core/findings-procurement.ts";
import type { AwardMethodSettings } from "../../core/requirements-method.ts";
import { tidy } from "../estimate.ts";
import { award, firstOf, type AwardContext, type AwardName, type Contender } from "./award.ts";
import { formatNumber } from "./words.ts";

/** German names of the award methods. */
export const methodNames: Readonly<Record<AwardName, string>> = {
  einfach: "Einfache Richtwertmethode",
  erweitert: "Erweiterte Richtwertmethode",
  "ufab-ii": "UfAB-II-Formel",
  median: "Gewichtete Richtwertmethode, Median",
  referenzwert: "Gewichtete Richtwertmethode, Referenzwert",
};

const unconfirmed = "Formel nicht anhand der UfAB 2018 bestätigt; nur Sensitivität";

/** Every method that the settings allow, the decisive one first. */
export function findMethods(
  contenders: readonly Contender[],
  context: AwardContext,
): MethodResult[] {
  if (contenders.length === 0) return [];
  const { settings } = context;
  const all: AwardName[] = ["einfach", "erweitert", "ufab-ii", "median", "referenzwert"];
  return all
    .filter((method) => isSet(method, settings))
    .toSorted((a, b) => Number(b === settings.decisive) - Number(a === settings.decisive))
    .map((method) => {
      const figures = award(method, contenders, context);
      const isWeighted = method === "median" || method === "referenzwert";
      return {
        method,
        decisive: method === settings.decisive,
        settings: describe(method, settings, contenders),
        ...(isWeighted && { caveat: unconfirmed }),
        figures: figures.map(({ model, z, inside }) => ({ model, z: tidy(z), inside })),
        first: firstOf(figures),
      };
    })
    .filter(({ figures }) => figures.length > 0);
}

/** A method whose parameters were not fixed beforehand is not shown. */
function isSet(method: AwardName, settings: AwardMethodSettings): boolean {
  if (method === "erweitert") {
    const decision = settings.decision ?? settings.decisionGroup;
    return settings.corridor !== undefined && decision !== undefined;
  }
  if (method === "ufab-ii") return settings.priceWeight !== undefined;
  return method !== "referenzwert" || settings.referenceValue !== undefined;
}

function describe(
  method: AwardName,
  settings: AwardMethodSettings,
  contenders: readonly Contender[],
): string {
  const { priceWeight = 50, performanceWeight = 50, decisionGroup, decision } = settings;
  const criterion = decisionGroup ?? (decision === "preis" ? "Preis" : "Leistung");
  const weights = `Preis ${formatNumber(priceWeight)} %, Leistung ${formatNumber(performanceWeight)} %`;
  const texts: Readonly<Record<AwardName, string>> = {
    einfach: "Z = L ÷ P × 10.000",
    erweitert: `Z = L ÷ P × 10.000; Schwankungsbereich ${formatNumber(settings.corridor ?? 0)} %, Entscheidungskriterium ${criterion}`,
    "ufab-ii": `${weights}; Leistung bezogen auf ${settings.performanceReference === "beste" ? "das beste zugelassene Angebot" : "die höchstmögliche Punktzahl"}`,
    median: `${weights}; bezogen auf die Mediane von ${contenders.length} zugelassenen Angeboten`,
    referenzwert: `${weights}; bezogen auf ${formatNumber(settings.referenceValue?.performance ?? 0)} Punkte und ${formatNumber(settings.referenceValue?.price ?? 0)} Euro je Jahr`,
  };
  return texts[method];
}
