import type { Paragraph, Table } from "docx";
import { competenceText } from "../../competences.ts";
import type { Exercise } from "../../exercise.ts";
import { letterOf, rightSides } from "../worksheet.ts";
import { body, heading, table } from "./paragraphs.ts";

/** One exercise without its solution. */
export function exerciseParts(exercise: Exercise, number: number): (Paragraph | Table)[] {
  const { goal, competence, minutes, difficulty, blocks, question, source } = exercise;
  const invented = source.synthetic ? " Personen und Kennungen sind erfunden." : "";
  return [
    heading(`Aufgabe ${number}: ${exercise.title}`, 2),
    body(
      `Lernziel: ${goal} ${competenceText(competence).title}, ${minutes} Minuten, Schwierigkeit ${difficulty} von 3.${invented}`,
    ),
    ...blocks.flatMap(({ label, text }) => [heading(label, 3), body(text)]),
    body(question, { bold: true }),
    ...taskParts(exercise),
  ];
}

function taskParts({ task, id }: Exercise): (Paragraph | Table)[] {
  if (task.kind === "choice") {
    const rows = task.options.map(({ text }, place) => ["☐", `${letterOf(place)}) ${text}`]);
    return [
      table(
        ["Kreuz", task.multiple ? "Antwort (mehrere möglich)" : "Antwort (genau eine)"],
        rows,
        [10, 90],
      ),
    ];
  }
  if (task.kind === "matching") {
    const left = task.pairs.map((pair, place) => ["", `${place + 1}. ${pair.left}`]);
    const right = rightSides(task, id).map((text, place) => [`${letterOf(place)})`, text]);
    return [
      table(["Buchstabe", "Aussage"], left, [15, 85]),
      body(""),
      table(["", "Satz des Textes"], right, [15, 85]),
    ];
  }
  const choice = task.kind === "release" ? [body("☐ freigeben     ☐ nicht freigeben")] : [];
  const lines = Array.from({ length: 5 }, () => [" "]);
  return [...choice, table([task.kind === "release" ? "Begründung" : "Ihr Auftrag"], lines, [100])];
}
