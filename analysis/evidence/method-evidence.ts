import { evidenceRow, shareText, type EvidenceInput, type EvidenceRow } from "./evidence-row.ts";

const place = { source: "manifest.json", missing: "Der Lauf nennt es nicht." };

/** Section 7: where cases come from, who judged, and what was done with gaps. */
export function methodEvidence({ findings }: EvidenceInput): EvidenceRow[] {
  const { run, suites, verdicts } = findings;
  const trials = verdicts.reduce((sum, row) => sum + row.trials, 0);
  const lost = verdicts.reduce((sum, row) => sum + row.infrastructure + row.graderError, 0);
  const lostText =
    trials === 0
      ? undefined
      : `${lost} von ${trials} Durchgängen (${shareText(lost / trials)}) nicht gemessen; sie verlassen den Nenner, ab 5 % heißt das Ergebnis nicht belastbar. Verweigerte, leere und abgeschnittene Antworten zählen als nicht bestanden.`;
  return [
    evidenceRow("Herkunft der Fälle", "Quelle und Stand je Fall in cases.jsonl", {
      ...place,
      source: "cases.jsonl",
    }),
    ...suites.map(({ name, must, hint }) =>
      evidenceRow(
        "Grader (Regeln)",
        `entscheidend: ${must.join(", ")}${hint.length > 0 ? `; Hinweise: ${hint.join(", ")}` : ""}`,
        { ...place, subject: name },
      ),
    ),
    evidenceRow("Übereinstimmung der Grader mit Menschen", undefined, {
      ...place,
      missing: "In diesem Lauf nicht gemessen.",
    }),
    evidenceRow(
      "Mehrfaches Testen",
      "p-Werte nach Holm angepasst; Ausschlusskriterien mit der exakten einseitigen 95-%-Grenze (Clopper–Pearson)",
      place,
    ),
    evidenceRow("Nicht gemessene Durchgänge", lostText, { ...place, source: "findings.json" }),
    evidenceRow("Abweichung vom Plan", planText(run), { ...place, source: "plan.jsonl" }),
    evidenceRow("Risiko, dass Fälle in Trainingsdaten stehen", undefined, {
      ...place,
      missing:
        "Lässt sich an den Antworten nicht messen. Veröffentlichte Fälle können darin stehen.",
    }),
  ];
}

function planText(run: EvidenceInput["findings"]["run"]): string {
  const { plannedTrials, completedTrials, failedTrials } = run;
  return `${completedTrials} von ${plannedTrials} geplanten Durchgängen beantwortet, ${failedTrials} ohne Antwort`;
}
