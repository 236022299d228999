import type { Paragraph, Table } from "docx";
import type { Exercise } from "../../exercise.ts";
import { originLine } from "../learning-html.ts";
import { letterOf, rightSides } from "../worksheet.ts";
import { body, heading, table } from "./paragraphs.ts";

/** The solution of one exercise, with feedback per answer. */
export function solutionParts(exercise: Exercise, number: number): (Paragraph | Table)[] {
  return [
    heading(`Lösung ${number}: ${exercise.title}`, 2),
    ...answerParts(exercise),
    body(exercise.solution),
    body(originLine(exercise)),
  ];
}

function answerParts({ task, id }: Exercise): (Paragraph | Table)[] {
  if (task.kind === "choice") {
    const rows = task.options.map(({ text, right, feedback }, place) => [
      right ? "richtig" : "falsch",
      `${letterOf(place)}) ${text}`,
      feedback,
    ]);
    return [table(["Wertung", "Antwort", "Rückmeldung"], rows, [12, 44, 44])];
  }
  if (task.kind === "matching") {
    const sides = rightSides(task, id);
    const rows = task.pairs.map(({ left, right }, place) => [
      `${place + 1}. ${left}`,
      `${letterOf(sides.indexOf(right))}) ${right}`,
    ]);
    return [table(["Aussage", "Satz des Textes"], rows, [50, 50])];
  }
  const decision =
    task.kind === "release"
      ? [body(task.release ? "Freigeben." : "Nicht freigeben.", { bold: true })]
      : [];
  return [
    ...decision,
    heading("Musterlösung", 3),
    body(task.sample),
    heading("Darauf kommt es an", 3),
    ...task.rubric.map((point) => body(`• ${point}`)),
  ];
}
