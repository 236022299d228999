import type { Exercise } from "../exercise.ts";
import { competenceText } from "../competences.ts";
import { shortLine } from "../text/clean-text.ts";
import { originLine, platformQuestion, platformText, rubricText } from "./learning-html.ts";
import { weightsOf } from "./weights.ts";

/**
 * Escapes a text for GIFT: backslash first, then each of `# = ~ { } :`; line ends become `\n`. An arrow
 * `->` has no escape and becomes `→`.
 */
export function escapeGift(text: string): string {
  return text
    .replaceAll("->", "→")
    .replaceAll("\\", "\\\\")
    .replaceAll(/[#=~{}:]/gu, (character) => `\\${character}`)
    .replaceAll("\r", "")
    .replaceAll("\n", "\\n");
}

/** All exercises as one GIFT file for Moodle, UTF-8, LF. A release makes two questions. */
export function renderGift(exercises: readonly Exercise[]): string {
  let category = "";
  const parts = exercises.flatMap((exercise) => {
    const own = `KI-Kompetenz/${competenceText(exercise.competence).title}`;
    const head = own === category ? [] : [`$CATEGORY: ${own}`];
    category = own;
    return [...head, ...questions(exercise)];
  });
  return `${parts.join("\n\n")}\n`;
}

function questions(exercise: Exercise): string[] {
  const { task } = exercise;
  if (task.kind === "choice") return [question(exercise, "", choiceBody(exercise, task))];
  if (task.kind === "matching") return [question(exercise, "", matchingBody(exercise, task))];
  if (task.kind === "essay") return [question(exercise, "", [general(exercise, essayNote(task))])];
  return [
    question(exercise, " (Entscheidung)", [trueFalse(task), general(exercise, "")]),
    question(exercise, " (Begründung)", [general(exercise, essayNote(task))]),
  ];
}

/** Truth, then the feedback for the wrong and for the right choice. */
function trueFalse({ release, feedbackYes, feedbackNo }: TaskOf<"release">): string {
  const [wrong, right] = release ? [feedbackNo, feedbackYes] : [feedbackYes, feedbackNo];
  return `${release ? "T" : "F"}#${html(platformText(wrong))}#${html(platformText(right))}`;
}

function question(exercise: Exercise, ending: string, body: readonly string[]): string {
  const name = escapeGift(`${shortLine(exercise.title, 120)} – ${exercise.source.anchor}${ending}`);
  return `::${name}::${html(platformQuestion(exercise))}{\n${body.map((line) => `\t${line}`).join("\n")}\n}`;
}

function html(text: string): string {
  return `[html]${escapeGift(text)}`;
}

type TaskOf<Kind extends Exercise["task"]["kind"]> = Extract<Exercise["task"], { kind: Kind }>;

function choiceBody(exercise: Exercise, { multiple, options }: TaskOf<"choice">): string[] {
  const weights = weightsOf(options);
  const isSingle = !multiple || options.filter(({ right }) => right).length === 1;
  const lines = options.map(({ text, right, feedback }, place) => {
    const single = right ? "=" : "~";
    const sign = isSingle ? single : `~%${weights[place] ?? "0"}%`;
    return `${sign}${html(platformText(text))}#${html(platformText(feedback))}`;
  });
  return [...lines, general(exercise, exercise.solution)];
}

/** Right sides are plain text in Moodle. A distractor has an empty left side. */
function matchingBody(exercise: Exercise, { pairs, distractors }: TaskOf<"matching">): string[] {
  return [
    ...pairs.map(({ left, right }) => `=${html(platformText(left))} -> ${escapeGift(right)}`),
    ...distractors.map((text) => `= -> ${escapeGift(text)}`),
    general(exercise, exercise.solution),
  ];
}

function essayNote({
  sample,
  rubric,
}: {
  readonly sample: string;
  readonly rubric: readonly string[];
}): string {
  return `Musterlösung:\n${sample}\n\nDarauf kommt es an:\n${rubricText(rubric)}`;
}

function general(exercise: Exercise, note: string): string {
  const text = [note, originLine(exercise)].filter((part) => part !== "").join("\n\n");
  return `####${html(platformText(text))}`;
}
