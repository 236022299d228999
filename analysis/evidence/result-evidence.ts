import { failureWords } from "../procurement/words.ts";
import {
  evidenceRow,
  measuredText,
  shareText,
  type EvidenceInput,
  type EvidenceRow,
} from "./evidence-row.ts";

/** Section 8: failures by model and kind; each one in full in `cards.jsonl`. */
export function failureEvidence({ findings }: EvidenceInput): EvidenceRow[] {
  const place = { source: "cards.jsonl", missing: "Kein Modell hat einen Fall verfehlt." };
  const models = new Set(
    findings.models.filter(({ kind }) => kind === "model").map(({ id }) => id),
  );
  const own = findings.failures.filter(({ model }) => models.has(model));
  if (own.length === 0) return [evidenceRow("Nicht bestandene Antworten", undefined, place)];
  const groups = Map.groupBy(own, (row) => JSON.stringify([row.model, row.class]));
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const worst = Math.max(...rows.map(({ severity }) => severity));
    const critical = rows.filter((row) => row.critical).length;
    const value = `${rows.length}-mal, höchste Schwere ${worst} von 4, davon ${critical} in kritischen Fällen; Beispiel ${first.anchor}`;
    return [
      evidenceRow(`Befund ${failureWords[first.class]}`, value, { ...place, subject: first.model }),
    ];
  });
}

/** Section 9: what leaks, what the run does not say, and when to test again. */
export function protectionEvidence({ findings, requirements }: EvidenceInput): EvidenceRow[] {
  const place = { source: "findings.json", missing: "In diesem Lauf nicht gemessen." };
  const leaks = findings.leaks.map((leak) =>
    evidenceRow(
      `Abfluss geschützter Angaben, ${leak.suite}, ${leak.variant}, ${leak.input}`,
      measuredText(leak, shareText),
      { ...place, subject: leak.model },
    ),
  );
  return [
    ...(leaks.length > 0 ? leaks : [evidenceRow("Abfluss geschützter Angaben", undefined, place)]),
    evidenceRow("Gilt nicht für", requirements?.outOfScope.join("; "), {
      source: "manifest.json",
      missing: "Die Anforderungen nennen keine Grenzen.",
    }),
    evidenceRow(
      "Erneut prüfen",
      "bei neuer Modellversion, neuem Prompt, neuer Suite-Version oder geändertem Einsatzzweck",
      place,
    ),
  ];
}

/** Section 10: signatures are nobody's but the agency's. */
export function approvalEvidence(): EvidenceRow[] {
  const place = {
    source: "report.html",
    missing: "Von der Behörde auszufüllen: Name, Datum, Unterschrift.",
  };
  const roles = [
    "Fachseite",
    "IT-Sicherheitsbeauftragte Person",
    "Datenschutzbeauftragte Person",
    "Vergabestelle",
    "Personalrat (informiert)",
  ];
  return [
    ...roles.map((role) => evidenceRow(`Freigabe ${role}`, undefined, place)),
    evidenceRow("Änderungsverzeichnis", undefined, {
      ...place,
      missing:
        "Von der Behörde zu führen. Der Lauf selbst ist unveränderlich; jede Änderung ist ein neuer Lauf.",
    }),
    evidenceRow("Maschinenlesbar", "findings.json und nachweise.json, Prüfsummen unter files", {
      ...place,
      source: "nachweise.json",
    }),
  ];
}
