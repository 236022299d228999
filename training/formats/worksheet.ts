import { competenceText } from "../competences.ts";
import type { Block, Exercise } from "../exercise.ts";
import { shuffled } from "../text/shuffle.ts";
import { renderPage } from "./page.ts";
import { escapeMarkup } from "../text/escape-markup.ts";

/** The worksheet for participants: A4, without any solution. */
export function renderWorksheet(
  title: string,
  exercises: readonly Exercise[],
  style: string,
): string {
  const content = exercises.map((exercise, place) => worksheetPart(exercise, place + 1)).join("\n");
  return renderPage({ title, line: "Arbeitsblatt", style, content: `${nameLine}${content}` });
}

const nameLine = `<p class="kern-body sheet__name">Kürzel: <span class="sheet__line"></span> Datum: <span class="sheet__line"></span></p>`;

function worksheetPart(exercise: Exercise, number: number): string {
  const id = `aufgabe-${number}`;
  return `<section class="exercise" aria-labelledby="${id}">
${heading(exercise, number, id)}
${facts(exercise)}
${exercise.blocks.map(blockPart).join("\n")}
<p class="kern-body exercise__question"><strong>${escapeMarkup(exercise.question)}</strong></p>
${taskPart(exercise)}
</section>`;
}

function heading({ title }: Exercise, number: number, id: string): string {
  return `<h2 class="kern-heading-medium" id="${id}">Aufgabe ${number}: ${escapeMarkup(title)}</h2>`;
}

/** Aim, competence, time and origin in one small paragraph. */
function facts({ goal, competence, minutes, difficulty, source }: Exercise): string {
  const invented = source.synthetic ? " · Personen und Kennungen sind erfunden" : "";
  return `<p class="kern-body kern-body--small exercise__facts"><strong>Lernziel:</strong> ${escapeMarkup(goal)}<br>${escapeMarkup(competenceText(competence).title)} · ${minutes} Minuten · Schwierigkeit ${difficulty} von 3${invented}</p>`;
}

function blockPart({ label, kind, text, language }: Block): string {
  return `<div class="block block--${kind}"><p class="kern-label">${escapeMarkup(label)}</p><div class="block__text" lang="${escapeMarkup(language)}" dir="auto">${escapeMarkup(text)}</div></div>`;
}

function taskPart({ task, id }: Exercise): string {
  if (task.kind === "choice") {
    const mark = task.multiple ? "☐" : "○";
    const hint = task.multiple ? "Mehrere können richtig sein." : "Genau eine ist richtig.";
    const items = task.options.map(
      ({ text }, place) =>
        `<li><span class="tick" aria-hidden="true">${mark}</span><span class="letter">${letterOf(place)})</span> <span class="option" dir="auto">${escapeMarkup(text)}</span></li>`,
    );
    return `<p class="kern-body kern-body--small">${hint}</p><ol class="options">${items.join("")}</ol>`;
  }
  if (task.kind === "matching") {
    const left = task.pairs.map(
      (pair, place) =>
        `<li><span class="sheet__box" aria-hidden="true"></span><span class="letter">${place + 1}.</span> <span class="option">${escapeMarkup(pair.left)}</span></li>`,
    );
    const right = rightSides(task, id).map(
      (text, place) =>
        `<li><span class="letter">${letterOf(place)})</span> <span class="option">${escapeMarkup(text)}</span></li>`,
    );
    return `<div class="match"><div><p class="kern-label">Aussagen</p><ol class="options">${left.join("")}</ol></div><div><p class="kern-label">Sätze</p><ol class="options">${right.join("")}</ol></div></div>`;
  }
  const decision =
    task.kind === "release"
      ? `<p class="kern-body"><span class="tick" aria-hidden="true">○</span> freigeben <span class="tick" aria-hidden="true">○</span> nicht freigeben</p>`
      : "";
  return `${decision}<p class="kern-label">${task.kind === "release" ? "Begründung" : "Ihr Auftrag"}</p><div class="writing" role="img" aria-label="Platz zum Schreiben"></div>`;
}

/** „a“ for the first. */
export function letterOf(place: number): string {
  return String.fromCodePoint(97 + (place % 26));
}

/** The right sides of a matching in the order in which they are printed. */
export function rightSides(
  task: Extract<Exercise["task"], { kind: "matching" }>,
  key: string,
): string[] {
  return shuffled([...task.pairs.map(({ right }) => right), ...task.distractors], key);
}
