import {
  evidenceRow,
  numberText,
  type RowPlace,
  type EvidenceInput,
  type EvidenceRow,
} from "./evidence-row.ts";

const unsaid: RowPlace = { missing: "Der Lauf nennt es nicht.", source: "manifest.json" };

/** Section 1: which run this is, and what repeats it. */
export function identityEvidence(input: EvidenceInput, role: string): EvidenceRow[] {
  const { findings, requirements } = input;
  const { run, suites } = findings;
  return [
    evidenceRow("Rolle", role, unsaid),
    evidenceRow("Kennung des Laufs", run.id, unsaid),
    evidenceRow("Beginn", run.createdAt === "unknown" ? undefined : run.createdAt, unsaid),
    ...programRows(input),
    evidenceRow("Anforderungen", requirementsText(input), {
      ...unsaid,
      missing: "Der Lauf begann ohne Anforderungen.",
    }),
    ...suites.map(({ name, version, cases, hash }) =>
      evidenceRow(
        "Testsatz: Version, Fälle, SHA-256",
        `${version}, ${cases} Fälle, ${hash === "" ? "ohne Prüfsumme" : hash}`,
        { ...unsaid, subject: name },
      ),
    ),
    evidenceRow("Startwert", numberText(run.seed), unsaid),
    evidenceRow("Wiederholungen je Durchgang", numberText(run.attempts), unsaid),
    evidenceRow("Umfang", run.profile === "full" ? "alle Fälle" : "Schnelllauf", unsaid),
    evidenceRow("Prüfende Stelle", requirements?.operator, {
      ...unsaid,
      missing: "In den Anforderungen fehlt operator.",
    }),
  ];
}

function programRows({ findings: { run }, manifest, files }: EvidenceInput): EvidenceRow[] {
  const { name = "", version = "", commit, node = "", platform = "" } = run.harness;
  const hash = files.find((file) => file.name === "manifest.json")?.sha256;
  const sittings = manifest.sessions.map(({ startedAt }) => startedAt).join(", ");
  return [
    evidenceRow("Programm und Version", `${name} ${version}`, unsaid),
    evidenceRow("Stand des Programms (Commit)", commit, {
      ...unsaid,
      missing: "Der Lauf hält nur die Version fest, keinen Commit.",
    }),
    evidenceRow("Umgebung", `${node} ${platform}`, unsaid),
    evidenceRow("Sitzungen", sittings, unsaid),
    evidenceRow("Prüfsumme der Konfiguration (manifest.json)", hash, unsaid),
  ];
}

function requirementsText({ manifest, requirements }: EvidenceInput): string | undefined {
  const { requirements: recorded } = manifest;
  if (recorded === undefined || requirements === undefined) return undefined;
  return `${recorded.file}, festgelegt am ${requirements.date}, SHA-256 ${recorded.sha256}`;
}
