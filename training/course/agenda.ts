import { competenceText } from "../competences.ts";
import { bullets, paragraph, renderPage, table } from "../formats/page.ts";
import type { Course, Step } from "./plan-course.ts";
import words from "./words.json" with { type: "json" };
import { escapeMarkup } from "../text/escape-markup.ts";

/** What every paper of a course is given. */
export interface Paper {
  readonly title: string;
  readonly style: string;
  /** Where the failures come from, one sentence. */
  readonly origin: string;
}

/** Agenda and trainer's notes in one document. */
export function renderAgenda(course: Course, { title, style, origin }: Paper): string {
  const content = [
    paragraph(`${course.minutes} Minuten für ${audience[course.role]}. ${origin}`),
    table(
      "Ablauf",
      ["Minute", "Schritt", "Was geschieht"],
      course.steps.map(({ from, to, title: step, what }) => [`${from} bis ${to}`, step, what]),
    ),
    course.role === "Führung" ? readingPart() : "",
    `<section class="page-break"><h2 class="kern-heading-medium">Hinweise für die Lehrperson</h2>${bullets(words.before)}${course.steps.map(notes).join("\n")}</section>`,
  ];
  return renderPage({ title, line: "Ablauf und Hinweise", style, content: content.join("\n") });
}

const audience = {
  Sachbearbeitung: "die Sachbearbeitung",
  Führung: "Führungskräfte",
  IT: "die IT",
} as const;

function readingPart(): string {
  return `<section><h2 class="kern-heading-medium">Den Prüfbericht lesen</h2>${bullets(words.reading)}</section>`;
}

function notes({ exercise, title }: Step): string {
  if (exercise === undefined) return "";
  const { competence, solution, source } = exercise;
  return [
    `<h3 class="kern-heading-small">${escapeMarkup(title)}</h3>`,
    paragraph(
      `Darum geht es: ${competenceText(competence).title}. ${competenceText(competence).tip}`,
    ),
    `<div class="block__text" dir="auto">${escapeMarkup(solution)}</div>`,
    paragraph(
      `Fragen für das Gespräch: ${words.questions.join(" ")} Karte im Prüfbericht: #${source.anchor}.`,
    ),
  ].join("\n");
}
