import { inputLabel, variantLabel } from "../labels.ts";
import type { ReportFile } from "../report-file.ts";
import { markdownList, markdownTable, markdownText } from "../markdown/text.ts";
import words from "../words/gdpr.json" with { type: "json" };
import {
  blank,
  classTable,
  measures,
  recipients,
  recipientTable,
  runSentence,
  type ProcessingFacts,
} from "./facts.ts";
import { draftNote } from "./processing-record.ts";

/**
 * A draft for the description and the facts of a data protection impact assessment (Art. 35(7) GDPR),
 * filled from a run: `dsfa.md`. It judges nothing: necessity and risks stay marked blanks.
 */
export function renderImpactAssessment(facts: ProcessingFacts): ReportFile {
  const parts = [
    "# Datenschutz-Folgenabschätzung: Entwurf für Beschreibung und Tatsachen",
    `${draftNote} Grundlage: Art. 35 Abs. 7 DSGVO. ${markdownText(words.source)}.`,
    `Ob eine Folgenabschätzung nötig ist, entscheidet der Verantwortliche (Art. 35 Abs. 1): ${blank("Ergebnis der Vorprüfung und Begründung")}`,
    section("a", "Beschreibung", description(facts)),
    section("b", "Notwendigkeit und Verhältnismäßigkeit", necessity()),
    section("c", "Risiken", risks(facts)),
    section(
      "d",
      "Abhilfemaßnahmen",
      `${measures(facts)}\n\nWeitere: ${blank("Maßnahmen der Behörde, verbleibendes Risiko, wer es trägt")}\n\nRat der datenschutzbeauftragten Person (Art. 35 Abs. 2): ${blank("Datum, Ergebnis")}`,
    ),
  ];
  return { file: "dsfa.md", content: `${parts.join("\n\n")}\n` };
}

function section(letter: keyof typeof words.article35, title: string, text: string): string {
  return `## ${letter}) ${title}\n\n> ${markdownText(words.article35[letter])}\n\n${text}`;
}

function description(facts: ProcessingFacts): string {
  const { manifest } = facts;
  const { attempts, variants, inputs, suites } = manifest;
  const steps = [
    "Aus Fall und Prompt-Vorlage entsteht eine Anfrage; sie enthält den Text und die Frage des Falls, sonst nichts.",
    `Sie geht an jedes Modell, dem die Schutzklasse des Falls erlaubt ist (Prompts: ${variants.map(variantLabel).join("; ")} · Eingaben: ${inputs.map(inputLabel).join(", ")} · Versuche: ${attempts}).`,
    "Die Antwort wird auf diesem Rechner von festen Regeln beurteilt, nicht von einem weiteren Modell.",
    manifest.noAnswers === true
      ? "Gespeichert werden Fall, Prüfsumme der Antwort und Urteil."
      : "Gespeichert werden Fall, Antwort und Urteil im Ordner des Laufs.",
    "Aus den Urteilen entstehen Auswertung und Bericht; über einzelne Personen wird nichts entschieden.",
  ];
  return [
    markdownText(runSentence(facts)),
    markdownList(steps),
    markdownTable(
      ["Aufgabengebiet", "Fälle"],
      suites.map(({ title, name, cases }) => [title ?? name, String(cases.length)]),
    ),
    classTable(facts),
    `Empfänger:\n\n${recipientTable(facts)}`,
    `Zweck: Auswahl eines Modells und Bestimmung des Schulungsbedarfs. Verfolgte berechtigte Interessen: ${blank("soweit einschlägig")}`,
  ].join("\n\n");
}

function necessity(): string {
  return `${markdownList(["Erfundene Fälle genügen für den Vergleich der Modelle; die mitgelieferten Aufgaben sind erfunden oder öffentlich."])}\n\nWarum Fälle mit Personenbezug nötig sind, falls es sie gibt: ${blank("Begründung oder: es gibt keine")}\n\nBewertung: ${blank("Notwendigkeit und Verhältnismäßigkeit")}`;
}

function risks({ manifest }: ProcessingFacts): string {
  // The run names „untrained“, the exposure each of its styles.
  const variants = [...new Set(manifest.exposure.map(({ variant }) => variant))];
  const rows = variants.flatMap((variant) =>
    manifest.inputs.map((input) => {
      const own = manifest.exposure.filter((row) => row.variant === variant && row.input === input);
      const items = own.reduce((sum, row) => sum + row.items, 0);
      return [variantLabel(variant), inputLabel(input), String(own.length), String(items)];
    }),
  );
  const known = rows.filter(([, , cases]) => cases !== "0");
  const counted =
    known.length === 0
      ? "In diesem Lauf nennt kein Fall geschützte Angaben; gezählt wurde nichts."
      : `Geschützte Angaben in den Anfragen, gezählt ohne ein Modell:\n\n${markdownTable(["Prompt", "Eingabe", "Fälle", "Angaben"], known)}`;
  const outside = recipients(manifest).map(({ id }) => id);
  const where =
    outside.length === 0
      ? "Kein Text hat den Rechner verlassen."
      : `Texte gingen an: ${outside.join(", ")}.`;
  return `${markdownText(where)}\n\n${counted}\n\nBewertung je Risiko (Eintrittswahrscheinlichkeit, Schwere): ${blank("zum Beispiel Kenntnisnahme durch den Anbieter, Speicherung dort, Wiedererkennen von Personen in Antworten oder Bericht")}`;
}
