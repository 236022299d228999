import { evidenceRow, type EvidenceInput, type EvidenceRow } from "./evidence-row.ts";

const source = "manifest.json";

/** Section 3: what the model is wanted for. */
export function purposeEvidence({ requirements }: EvidenceInput): EvidenceRow[] {
  const none = { source, missing: "Der Lauf begann ohne Anforderungen." };
  if (requirements === undefined) return [evidenceRow("Einsatzzwecke", undefined, none)];
  const rows = requirements.purposes.flatMap((purpose) => {
    const place = (field: string) => ({
      source,
      subject: purpose.id,
      missing: `In den Anforderungen fehlt ${field}.`,
    });
    return [
      evidenceRow("Zweck", purpose.title, place("title")),
      evidenceRow("Schutzbedarf", purpose.protection, place("protection")),
      evidenceRow("Betroffene", purpose.affected, place("affected")),
      evidenceRow("Menschliche Aufsicht", purpose.oversight, place("oversight")),
    ];
  });
  const outside = requirements.outOfScope.join("; ");
  return [
    ...rows,
    evidenceRow("Gilt nicht für", outside, {
      source,
      missing: "In den Anforderungen fehlt outOfScope.",
    }),
  ];
}
