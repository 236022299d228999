import type { Procurement } from "../../core/findings-procurement.ts";
import { methodNames } from "../procurement/methods.ts";
import {
  evidenceRow,
  numberText,
  shareText,
  type EvidenceInput,
  type EvidenceRow,
} from "./evidence-row.ts";

const source = "findings.json";

/** Section 6: total costs, figures by the declared method, and how sensitive they are. */
export function priceEvidence({ findings: { procurement } }: EvidenceInput): EvidenceRow[] {
  if (procurement === undefined) {
    const none = { source, missing: "Der Lauf begann ohne Anforderungen." };
    return [evidenceRow("Preise", undefined, none)];
  }
  return [...costs(procurement), ...figures(procurement), ...robustness(procurement)];
}

function costs({ offers, horizonYears }: Procurement): EvidenceRow[] {
  return offers.map(({ model, cost, costMissing = "Der Preis ist nicht bekannt." }) => {
    const value =
      cost &&
      `${numberText(cost.perYear)} Euro je Jahr, ${numberText(cost.overHorizon)} Euro in ${numberText(horizonYears)} Jahren mit Umsatzsteuer; davon fest je Jahr ${numberText(cost.fixedPerYear)} Euro`;
    return evidenceRow("Gesamtkosten", value, { source, missing: costMissing, subject: model });
  });
}

function figures({ methods, role }: Procurement): EvidenceRow[] {
  const missing =
    role === "verifizierend"
      ? "In einer verifizierenden Teststellung entfallen Kennzahl und Rang."
      : "Kein zugelassenes Modell hat einen bekannten Preis.";
  const decisive = methods.find((one) => one.decisive);
  if (decisive === undefined) return [evidenceRow("Kennzahl Z", undefined, { source, missing })];
  const name = `Kennzahl Z, ${methodNames[decisive.method]} (maßgeblich, vor dem Lauf festgelegt)`;
  return decisive.figures.map(({ model, z, low, high }) => {
    const range =
      low === undefined || high === undefined
        ? ""
        : ` (95 % der Nachberechnungen: ${numberText(low)} bis ${numberText(high)})`;
    const value = `${numberText(z)}${range}; ${decisive.settings}`;
    return evidenceRow(name, value, { source, missing, subject: model });
  });
}

function robustness({ standings, sensitivity }: Procurement): EvidenceRow[] {
  const place = { source, missing: "Nicht berechnet." };
  return [
    ...standings.map(({ model, firstShare, method, rank }) =>
      evidenceRow(
        "Nachberechnungen",
        `vorn in ${shareText(firstShare)} (${method})${rank === undefined ? "" : `; Rang nach Punkten ${rank}`}`,
        { ...place, subject: model },
      ),
    ),
    ...sensitivity.map(({ change, first, same }) =>
      evidenceRow(
        `Sensitivität: ${change}`,
        `vorn: ${first.join(", ")}${same ? "" : " (ändert sich)"}`,
        place,
      ),
    ),
  ];
}
