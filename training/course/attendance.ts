import { competenceText } from "../competences.ts";
import { bullets, paragraph, renderPage, table } from "../formats/page.ts";
import type { Paper } from "./agenda.ts";
import type { Course } from "./plan-course.ts";

const rows = 12;

/**
 * The record for the files: content, extent, participants. Source: Article 4 of Regulation (EU) 2024/1689
 * and the Bundesnetzagentur's note of June 2025 on what is to be documented.
 */
export function renderAttendance(course: Course, { title, style, origin }: Paper): string {
  const competences = [...new Set(course.exercises.map(({ competence }) => competence))];
  const content = [
    paragraph(
      "Nachweis einer Maßnahme zur KI-Kompetenz nach Artikel 4 der Verordnung (EU) 2024/1689. Festgehalten werden Inhalt, Umfang und Teilnehmende. Ein Zertifikat verlangt die Verordnung nicht.",
    ),
    table(
      "Maßnahme",
      ["Angabe", "Eintrag"],
      [
        ["Titel", title],
        ["Zielgruppe", course.role],
        ["Umfang", `${course.minutes} Minuten, ${course.exercises.length} Übungen`],
        ["Anlass", origin],
        ["Datum und Ort", ""],
        ["Lehrperson", ""],
      ],
    ),
    `<h2 class="kern-heading-medium">Inhalt</h2>${bullets(competences.map((tag) => `${competenceText(tag).title}: ${competenceText(tag).goal}`))}`,
    table(
      "Teilnehmende",
      ["Nr.", "Name", "Organisationseinheit", "Unterschrift"],
      Array.from({ length: rows }, (_, place) => [String(place + 1), "", "", ""]),
    ),
    paragraph(
      "Die Liste enthält Namen von Beschäftigten. Sie gehört in die Unterlagen der Behörde, nicht in das Lernprogramm; Ergebnisse einzelner Personen werden hier nicht festgehalten.",
    ),
  ];
  return renderPage({ title, line: "Teilnahmenachweis", style, content: content.join("\n") });
}
