import type { EvidenceList } from "../../core/evidence.ts";
import type { Requirements } from "../../core/requirements.ts";
import { criteriaEvidence, exclusionEvidence } from "./criteria-evidence.ts";
import type { EvidenceInput, EvidenceRow } from "./evidence-row.ts";
import { identityEvidence } from "./identity-evidence.ts";
import { modelEvidence } from "./model-evidence.ts";
import { methodEvidence } from "./method-evidence.ts";
import { priceEvidence } from "./price-evidence.ts";
import { approvalEvidence, failureEvidence, protectionEvidence } from "./result-evidence.ts";
import { purposeEvidence } from "./purpose-evidence.ts";

/**
 * The minimum evidence for the award file (procurement handbook, section 7), ten sections in order.
 * What the run does not know stands there as missing, with the reason.
 */
export function listEvidence(input: EvidenceInput): EvidenceList {
  const entries = sections.flatMap(([title, rowsOf], at) =>
    rowsOf(input).map((row) => ({ section: at + 1, title, ...row })),
  );
  return {
    schemaVersion: 1,
    runId: input.findings.run.id,
    role: roleText(input.requirements?.role),
    entries,
    files: [...input.files],
  };
}

/** How every document of the run names its role. */
function roleText(role: Requirements["role"] | undefined): string {
  if (role === undefined) return "ohne Anforderungen; keine Angebotswertung";
  const texts: Readonly<Record<Requirements["role"], string>> = {
    markterkundung: "Markterkundung, keine Angebotswertung",
    verifizierend: "verifizierende Teststellung; ändert keine Rangfolge",
    wertend: "wertende Teststellung",
  };
  return texts[role];
}

const sections: readonly (readonly [string, (input: EvidenceInput) => EvidenceRow[]])[] = [
  ["Identität", (input) => identityEvidence(input, roleText(input.requirements?.role))],
  ["Modelle", modelEvidence],
  ["Einsatzzwecke", purposeEvidence],
  ["Ausschlusskriterien (A)", exclusionEvidence],
  ["Bewertungskriterien (B)", criteriaEvidence],
  ["Preise und Kennzahlen", priceEvidence],
  ["Methode", methodEvidence],
  ["Fehlerkatalog", failureEvidence],
  ["Datenschutz, Sicherheit, Grenzen", protectionEvidence],
  ["Freigabe", approvalEvidence],
];
