import type { ReportFile } from "../report-file.ts";
import { markdownText } from "../markdown/text.ts";
import words from "../words/gdpr.json" with { type: "json" };
import {
  blank,
  classTable,
  isInvented,
  measures,
  recipients,
  recipientTable,
  runSentence,
  type ProcessingFacts,
} from "./facts.ts";

/**
 * A draft for the record of processing activities (Art. 30(1) GDPR), filled from a run: `vvt.md`. What
 * the program cannot know stays a marked blank. It is not legal advice and says so.
 */
export function renderProcessingRecord(facts: ProcessingFacts): ReportFile {
  const { manifest } = facts;
  const parts = [
    "# Verzeichnis von Verarbeitungstätigkeiten: Entwurf für einen Eintrag",
    `${draftNote} Grundlage: Art. 30 Abs. 1 DSGVO. ${markdownText(words.source)}.`,
    `Bezeichnung der Verarbeitungstätigkeit: Prüfung von Sprachmodellen mit Amtsprobe. ${markdownText(runSentence(facts))}`,
    section(
      "a",
      `Verantwortlicher: ${blank("Name und Kontaktdaten der Behörde")}\n\nGemeinsam Verantwortliche, Vertreter: ${blank("oder: keine")}\n\nDatenschutzbeauftragte Person: ${blank("Name und Kontaktdaten")}`,
    ),
    section(
      "b",
      `Messen, wie gut Sprachmodelle Aufgaben der Verwaltung erledigen und welche Schulung nötig ist, vor einer Entscheidung über ihren Einsatz. Rechtsgrundlage: ${blank("zum Beispiel die Vorschrift des Landesdatenschutzgesetzes")}`,
    ),
    section("c", categories(facts)),
    section(
      "d",
      `${recipientTable(facts)}\n\nIntern: ${blank("wer den Ordner des Laufs und den Bericht sieht")}`,
    ),
    section("e", thirdCountry(facts)),
    section(
      "f",
      `Ordner des Laufs: ${blank("Frist")}; umgesetzt mit „npm run clean -- --older-than …d“. Zwischenspeicher der Antworten: 30 Tage, nur erfundene und öffentliche Fälle. ${manifest.noAnswers === true ? "Antworten: werden nicht aufbewahrt." : `Antworten allein: ${blank("Frist")} („--answers-only“).`} Sicherungskopien: ${blank("Frist")}`,
    ),
    section(
      "g",
      `${measures(facts)}\n\nOrganisatorisch und am Rechner: ${blank("Zugang, Verschlüsselung des Datenträgers, Sicherung, Unterweisung")}`,
    ),
  ];
  return { file: "vvt.md", content: `${parts.join("\n\n")}\n` };
}

/** Stands on top of every paper. */
export const draftNote =
  "**Entwurf, aus dem Lauf gefüllt; keine Rechtsberatung. Stellen mit [AUSFÜLLEN …] kann das Programm nicht wissen. Vor Gebrauch prüft ihn die datenschutzbeauftragte Person.**";

function section(letter: keyof typeof words.article30, text: string): string {
  return `## ${letter}) ${heading[letter]}\n\n> ${markdownText(words.article30[letter])}\n\n${text}`;
}

const heading: Readonly<Record<keyof typeof words.article30, string>> = {
  a: "Wer verantwortlich ist",
  b: "Zwecke",
  c: "Betroffene Personen und Daten",
  d: "Empfänger",
  e: "Drittländer",
  f: "Löschfristen",
  g: "Technische und organisatorische Maßnahmen",
};

function categories(facts: ProcessingFacts): string {
  const table = classTable(facts);
  if (isInvented(facts)) {
    return `${table}\n\nAlle Fälle sind als erfunden oder öffentlich gekennzeichnet. Eigene Fälle ohne Kennzeichnung hat das Programm vor dem Senden auf Kennungen durchsucht; Namen erkennt es nicht. Treffen die Kennzeichnungen zu: ${blank("ja, keine Daten lebender Personen, außer was in öffentlichen Texten steht / nein, nämlich")}`;
  }
  return `${table}\n\nBetroffene Personen: ${blank("zum Beispiel Antragstellende, Beschäftigte")}\n\nDaten: ${blank("zum Beispiel Name, Anschrift, Aktenzeichen; besondere Kategorien nach Art. 9?")}`;
}

function thirdCountry({ manifest }: ProcessingFacts): string {
  const outside = recipients(manifest);
  if (outside.length === 0) return "Keine: Kein Text hat den Rechner verlassen.";
  return outside
    .map(({ id, place = "nicht eingetragen" }) => {
      return `- ${markdownText(`${id}, Ort der Verarbeitung laut Einstellungen: ${place}`)}: ${blank("Drittland ja oder nein; wenn ja, welches und welche Garantien")}`;
    })
    .join("\n");
}
