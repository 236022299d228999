import type { DataClass } from "../../core/data-class.ts";
import { staysHere } from "../../core/data-class.ts";
import type { Manifest } from "../../core/manifest.ts";
import type { ModelDescription } from "../../core/model.ts";
import { markdownList, markdownTable } from "../markdown/text.ts";
import { pointInTime } from "../sentences/numbers.ts";

/** What a run says of itself for the papers of data protection. */
export interface ProcessingFacts {
  readonly manifest: Manifest;
  /** Number of cases by the protection class that their authors named. */
  readonly classes: ReadonlyMap<DataClass, number>;
}

/** Stands for what the program cannot know. */
export function blank(what: string): string {
  return `**[AUSFÜLLEN: ${what}]**`;
}

const classNames: Readonly<Record<DataClass, string>> = {
  synthetic: "erfunden",
  public: "öffentlich",
  internal: "dienstlich",
  personal: "personenbezogen",
  classified: "Verschlusssache",
};

/** True when the authors of all cases say that nobody real is in them. */
export function isInvented({ classes }: ProcessingFacts): boolean {
  return [...classes.keys()].every((name) => name === "synthetic" || name === "public");
}

/** Cases by class, as a table. */
export function classTable({ classes }: ProcessingFacts): string {
  const rows = [...classes].map(([name, count]) => [classNames[name], String(count)]);
  return markdownTable(["Schutzklasse laut Fall", "Fälle"], rows);
}

/** Models that get texts outside of this process, and what the run knows of each. */
export function recipientTable({ manifest }: ProcessingFacts): string {
  const rows = recipients(manifest).map((model) => [
    model.id,
    model.endpoint,
    model.place ?? "nicht eingetragen",
    factOf(model, "Betreiber"),
    factOf(model, "Vertragsgrundlage"),
    (model.dataClasses ?? []).map((name) => classNames[name]).join(", ") || "nicht eingetragen",
  ]);
  const columns = [
    "Modell",
    "Adresse",
    "Ort der Verarbeitung",
    "Betreiber",
    "Vertrag",
    "Darf bekommen",
  ];
  return rows.length === 0
    ? "Keine: Alle Modelle dieses Laufs arbeiteten im Programm selbst; kein Text hat den Rechner verlassen."
    : markdownTable(columns, rows);
}

/** Models whose calls leave this process. */
export function recipients({ models }: Manifest): readonly ModelDescription[] {
  return models.filter((model) => model.kind === "model" && !staysHere(model));
}

/** A fact of the model's card by its German label. */
function factOf({ card }: ModelDescription, label: string): string {
  const fact = card?.facts.find((one) => one.label === label);
  return fact === undefined ? "unbekannt" : fact.value;
}

/** The run in one sentence. */
export function runSentence({ manifest }: ProcessingFacts): string {
  const { runId, title, createdAt, suites, plannedTrials } = manifest;
  const when = Number.isNaN(Date.parse(createdAt)) ? "unbekannt" : pointInTime(createdAt);
  const cases = suites.reduce((sum, suite) => sum + suite.cases.length, 0);
  return `Lauf „${title}“ (${runId}), begonnen ${when}: ${cases} Fälle aus ${suites.length} Aufgabengebieten, ${plannedTrials} geplante Anfragen.`;
}

/** What the program does for the protection of data, as far as this run used it. */
export function measures({ manifest }: ProcessingFacts): string {
  const kept =
    manifest.noAnswers === true
      ? "Antworten wurden nach der Beurteilung nicht aufbewahrt, nur ihre Prüfsumme und das Urteil (--no-answers)."
      : "Antworten liegen im Ordner des Laufs; „npm run clean“ löscht sie nach Alter.";
  return markdownList([
    "Jeder Fall trägt eine Schutzklasse; ein Modell bekommt nur, was für es eingetragen ist.",
    "Eigene Fälle werden vor dem Senden auf Kennungen durchsucht, die nach echten Personen aussehen; der Lauf hält dann an.",
    `${manifest.withheld.length} Mal wurde in diesem Lauf ein Fall wegen seiner Schutzklasse einem Modell nicht gesendet.`,
    manifest.inputs.includes("pseudonymised")
      ? "Texte wurden auch mit Platzhaltern statt personenbezogener Angaben geprüft."
      : "Texte mit Platzhaltern statt personenbezogener Angaben wurden in diesem Lauf nicht geprüft.",
    kept,
    "Ordner und Dateien des Laufs sind nur für die Person lesbar, die ihn gestartet hat.",
    "Zugangsschlüssel stehen nur in der Umgebung, nie in Einstellungen, Protokoll oder Bericht.",
    "Kennungen in einem Bericht lassen sich schwärzen (npm run report -- ORDNER --mask).",
  ]);
}
