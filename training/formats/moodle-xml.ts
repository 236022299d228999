import { competenceText } from "../competences.ts";
import type { Exercise } from "../exercise.ts";
import { shortLine } from "../text/clean-text.ts";
import { originLine, platformQuestion, platformText, rubricText } from "./learning-html.ts";
import { weightsOf } from "./weights.ts";
import { xmlText } from "./xml-text.ts";
import { escapeMarkup } from "../text/escape-markup.ts";

/** All exercises as one Moodle XML file. A release makes a true-false question and an essay. */
export function renderMoodleXml(exercises: readonly Exercise[]): string {
  let category = "";
  const parts = exercises.flatMap((exercise) => {
    const own = competenceText(exercise.competence).title;
    const head = own === category ? [] : [categoryElement(own)];
    category = own;
    return [...head, ...questions(exercise)];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join("\n")}\n</quiz>\n`;
}

function categoryElement(title: string): string {
  return `<question type="category"><category><text>$course$/top/KI-Kompetenz/${escapeMarkup(title)}</text></category></question>`;
}

type Task = Exercise["task"];
type TaskOf<Kind extends Task["kind"]> = Extract<Task, { kind: Kind }>;

function questions(exercise: Exercise): string[] {
  const { task } = exercise;
  const note = exercise.solution;
  if (task.kind === "choice") {
    return [question(exercise, { type: "multichoice", note, body: choiceBody(task) })];
  }
  if (task.kind === "matching") {
    return [question(exercise, { type: "matching", note, body: matchingBody(task) })];
  }
  if (task.kind === "essay") {
    return [question(exercise, { type: "essay", note, body: essayBody(task, task.template) })];
  }
  const decision = {
    type: "truefalse",
    ending: " (Entscheidung)",
    note,
    body: trueFalseBody(task),
  };
  const reasons = { type: "essay", ending: " (Begründung)", note: "", body: essayBody(task, "") };
  return [question(exercise, decision), question(exercise, reasons)];
}

interface Part {
  readonly type: string;
  /** Tells the two questions of a release apart. */
  readonly ending?: string;
  readonly note: string;
  readonly body: readonly string[];
}

function question(exercise: Exercise, { type, ending = "", note, body }: Part): string {
  const name = `${shortLine(exercise.title, 120)} – ${exercise.source.anchor}${ending}`;
  const feedback = [note, originLine(exercise)].filter((part) => part !== "").join("\n\n");
  return [
    `<question type="${type}">`,
    `<name><text>${xmlText(name)}</text></name>`,
    htmlElement("questiontext", platformQuestion(exercise)),
    htmlElement("generalfeedback", platformText(feedback)),
    "<defaultgrade>1</defaultgrade>",
    `<penalty>${type === "essay" ? "0" : "0.3333333"}</penalty>`,
    "<hidden>0</hidden>",
    `<idnumber>${escapeMarkup(`${exercise.id}-${type}`)}</idnumber>`,
    ...body,
    tags(exercise),
    "</question>",
  ].join("\n");
}

/** An element whose text is HTML. */
function htmlElement(name: string, html: string): string {
  return `<${name} format="html"><text>${xmlText(html)}</text></${name}>`;
}

function tags({ competence, kind, difficulty }: Exercise): string {
  const names = [competence, kind, `schwierigkeit-${difficulty}`];
  return `<tags>${names.map((name) => `<tag><text>${escapeMarkup(name)}</text></tag>`).join("")}</tags>`;
}

function choiceBody({ multiple, options }: TaskOf<"choice">): string[] {
  const isSingle = !multiple || options.filter(({ right }) => right).length === 1;
  const weights = weightsOf(options);
  return [
    `<single>${isSingle ? "true" : "false"}</single>`,
    "<shuffleanswers>1</shuffleanswers>",
    "<answernumbering>abc</answernumbering>",
    "<showstandardinstruction>1</showstandardinstruction>",
    htmlElement("correctfeedback", "Richtig."),
    htmlElement("partiallycorrectfeedback", "Teilweise richtig."),
    htmlElement("incorrectfeedback", "Nicht richtig."),
    "<shownumcorrect/>",
    ...options.map(({ text, right, feedback }, place) => {
      const single = right ? "100" : "0";
      return answer(isSingle ? single : (weights[place] ?? "0"), platformText(text), feedback);
    }),
  ];
}

function answer(fraction: string, html: string, feedback: string): string {
  return `<answer fraction="${fraction}" format="html"><text>${xmlText(html)}</text>${htmlElement("feedback", platformText(feedback))}</answer>`;
}

function trueFalseBody({ release, feedbackYes, feedbackNo }: TaskOf<"release">): string[] {
  const side = (value: boolean, feedback: string): string =>
    `<answer fraction="${value === release ? "100" : "0"}" format="moodle_auto_format"><text>${value}</text>${htmlElement("feedback", platformText(feedback))}</answer>`;
  return [side(true, feedbackYes), side(false, feedbackNo)];
}

function matchingBody({ pairs, distractors }: TaskOf<"matching">): string[] {
  const sides = [
    ...pairs.map(({ left, right }) => ({ left: platformText(left), right })),
    ...distractors.map((right) => ({ left: "", right })),
  ];
  return [
    "<shuffleanswers>true</shuffleanswers>",
    htmlElement("correctfeedback", "Richtig."),
    htmlElement("partiallycorrectfeedback", "Teilweise richtig."),
    htmlElement("incorrectfeedback", "Nicht richtig."),
    "<shownumcorrect/>",
    ...sides.map(
      ({ left, right }) =>
        `<subquestion format="html"><text>${xmlText(left)}</text><answer><text>${xmlText(right)}</text></answer></subquestion>`,
    ),
  ];
}

function essayBody(
  { sample, rubric }: { readonly sample: string; readonly rubric: readonly string[] },
  template: string,
): string[] {
  const guide = `Musterlösung:\n${sample}\n\nDarauf kommt es an:\n${rubricText(rubric)}`;
  return [
    "<responseformat>editor</responseformat>",
    "<responserequired>1</responserequired>",
    "<responsefieldlines>15</responsefieldlines>",
    "<attachments>0</attachments>",
    "<attachmentsrequired>0</attachmentsrequired>",
    htmlElement("graderinfo", platformText(guide)),
    htmlElement("responsetemplate", platformText(template)),
  ];
}
