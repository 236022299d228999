import { competenceText } from "../competences.ts";
import type { Exercise } from "../exercise.ts";
import { originLine } from "./learning-html.ts";

/** All exercises with their solutions as Markdown: the source that people read and change. */
export function renderMarkdown(title: string, exercises: readonly Exercise[]): string {
  const parts = exercises.map((exercise, place) => exercisePart(exercise, place + 1));
  return `# ${line(title)}\n\n${parts.join("\n\n")}\n`;
}

function exercisePart(exercise: Exercise, number: number): string {
  const { goal, minutes, difficulty, blocks, question } = exercise;
  return [
    `## Aufgabe ${number}: ${line(exercise.title)}`,
    `- Lernziel: ${line(goal)}\n- Kompetenz: ${competenceText(exercise.competence).title}\n- Dauer: ${minutes} Minuten\n- Schwierigkeit: ${difficulty} von 3\n- Quelle: ${line(originLine(exercise))}`,
    ...blocks.map(({ label, text }) => `**${line(label)}**\n\n${fenced(text)}`),
    `**${line(question)}**`,
    taskPart(exercise.task),
    `### Lösung\n\n${fenced(exercise.solution)}`,
  ].join("\n\n");
}

function taskPart(task: Exercise["task"]): string {
  if (task.kind === "choice") {
    return task.options
      .map(
        ({ text, right, feedback }) =>
          `- [${right ? "x" : " "}] ${line(text)}\n  - ${line(feedback)}`,
      )
      .join("\n");
  }
  if (task.kind === "matching") {
    return [
      ...task.pairs.map(({ left, right }) => `- ${line(left)} → ${line(right)}`),
      ...task.distractors.map((text) => `- (passt zu nichts) ${line(text)}`),
    ].join("\n");
  }
  if (task.kind === "essay") return essayPart(task);
  const [yes, no] = task.release ? ["x", " "] : [" ", "x"];
  return `- [${yes}] Freigeben: ${line(task.feedbackYes)}\n- [${no}] Nicht freigeben: ${line(task.feedbackNo)}\n\n${essayPart(task)}`;
}

function essayPart({
  sample,
  rubric,
}: {
  readonly sample: string;
  readonly rubric: readonly string[];
}): string {
  return `Musterlösung:\n\n${fenced(sample)}\n\nDarauf kommt es an:\n\n${rubric.map((point) => `- ${line(point)}`).join("\n")}`;
}

/** A fence longer than any run of backticks in the text, so that nothing in it is read as Markdown. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/gu) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** One line, with what Markdown would read as markup set back. */
function line(text: string): string {
  return text
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>#|]/gu, (sign) => `\\${sign}`);
}
