import type { Exercise } from "../exercise.ts";
import { originLine } from "./learning-html.ts";
import { bullets, paragraph, renderPage } from "./page.ts";
import { letterOf, rightSides } from "./worksheet.ts";
import { escapeMarkup } from "../text/escape-markup.ts";

/** What a solution sheet is given besides the exercises. */
export interface SolutionSheet {
  readonly title: string;
  readonly style: string;
  /** Way to the report from where the sheet lies, e.g. `../lauf/report.html`; without it no links. */
  readonly report?: string | undefined;
}

/** The solutions in the order of the worksheet, with feedback per answer and the way to the report. */
export function renderSolutionSheet(
  exercises: readonly Exercise[],
  { title, style, report }: SolutionSheet,
): string {
  const parts = exercises.map((exercise, place) => solutionPart(exercise, place + 1, report));
  return renderPage({ title, line: "Lösungsblatt", style, content: parts.join("\n") });
}

function solutionPart(exercise: Exercise, number: number, report: string | undefined): string {
  const id = `loesung-${number}`;
  const { anchor } = exercise.source;
  const link =
    report === undefined
      ? ""
      : ` <a href="${escapeMarkup(`${report}#${anchor}`)}">Zur Karte ${escapeMarkup(anchor)}</a>`;
  return `<section class="exercise" aria-labelledby="${id}">
<h2 class="kern-heading-medium" id="${id}">Lösung ${number}: ${escapeMarkup(exercise.title)}</h2>
${answerPart(exercise)}
<div class="block__text block__text--solution" dir="auto">${escapeMarkup(exercise.solution)}</div>
<p class="kern-body kern-body--small">${escapeMarkup(originLine(exercise))}${link}</p>
</section>`;
}

function answerPart({ task, id }: Exercise): string {
  if (task.kind === "choice") {
    const items = task.options.map(
      ({ text, right, feedback }, place) =>
        `<li><strong>${letterOf(place)}) ${right ? "✓ ankreuzen" : "✗ nicht ankreuzen"}</strong>: <span dir="auto">${escapeMarkup(text)}</span><br>${escapeMarkup(feedback)}</li>`,
    );
    return `<ul class="options">${items.join("")}</ul>`;
  }
  if (task.kind === "matching") {
    const sides = rightSides(task, id);
    const pairs = task.pairs.map(
      ({ left, right }, place) =>
        `${place + 1}. ${left} → ${letterOf(sides.indexOf(right))}) ${right}`,
    );
    return bullets(pairs);
  }
  const decision =
    task.kind === "release"
      ? `<p class="kern-body"><strong>${task.release ? "Freigeben" : "Nicht freigeben"}.</strong></p>`
      : "";
  return `${decision}<p class="kern-label">Musterlösung</p><div class="block__text" dir="auto">${escapeMarkup(task.sample)}</div>${paragraph("Darauf kommt es an:")}${bullets(task.rubric)}`;
}
