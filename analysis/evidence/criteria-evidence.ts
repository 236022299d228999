import {
  evidenceRow,
  measuredText,
  numberText,
  shareText,
  type EvidenceInput,
  type EvidenceRow,
} from "./evidence-row.ts";

const source = "findings.json";
const without = { source, missing: "Der Lauf begann ohne Anforderungen." };

/** Section 4: exclusion criteria, with threshold, n, bound, verdict and cards. */
export function exclusionEvidence({ findings: { procurement } }: EvidenceInput): EvidenceRow[] {
  if (procurement === undefined) return [evidenceRow("Ausschlusskriterien", undefined, without)];
  const rows = procurement.offers.flatMap(({ model, exclusions }) =>
    exclusions.map(({ id, wording, rule, status, measured, note, anchors }) => {
      const values =
        measured === undefined
          ? []
          : [
              `${measured.violations} von ${measured.n} Fällen mit Verstoß`,
              `Grenze ${shareText(measured.bound)}, Schwelle ${shareText(measured.limit)} (${measured.method})`,
            ];
      const parts = [statusWords[status], wording, rule, ...values, note ?? "", ...anchors];
      const text = parts.filter((part) => part !== "").join("; ");
      return evidenceRow(`Kriterium ${id}`, text, { ...without, subject: model });
    }),
  );
  const none = { source, missing: "Die Anforderungen nennen kein Ausschlusskriterium." };
  return rows.length > 0 ? rows : [evidenceRow("Ausschlusskriterien", undefined, none)];
}

const statusWords = { met: "erfüllt", missed: "nicht erfüllt", undecided: "nicht entscheidbar" };

/** Section 5: criteria with weight, scale, n, score, interval and points. */
export function criteriaEvidence({ findings: { procurement } }: EvidenceInput): EvidenceRow[] {
  if (procurement === undefined) return [evidenceRow("Bewertungskriterien", undefined, without)];
  return procurement.offers.flatMap(({ model, criteria, performance }) => [
    ...criteria.map(({ id, title, weight, s0, s10, measured }) => {
      const anchors = `Gewicht ${numberText(weight)}, 0 Punkte bei ${shareText(s0)}, volle Punkte bei ${shareText(s10)}`;
      const value =
        measured &&
        `${title}: ${measuredText({ ...measured, value: measured.score }, shareText)}; ${anchors}; Bewertungspunkte ${numberText(measured.points)}, Leistungspunkte ${numberText(measured.performance)}`;
      const missing = `${title}: nicht gemessen; ${anchors}.`;
      return evidenceRow(`Kriterium ${id}`, value, { source, missing, subject: model });
    }),
    evidenceRow(
      "Leistungspunkte L",
      performance &&
        `${measuredText(performance, numberText)}, höchstens ${numberText(procurement.maximum)}`,
      { source, missing: "Ein Kriterium wurde nicht gemessen.", subject: model },
    ),
  ]);
}
