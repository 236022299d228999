import { competenceText } from "../competences.ts";
import type { Draft } from "../draft.ts";
import type { Task } from "../exercise.ts";
import { cleanText } from "../text/clean-text.ts";
import { excerpt, longestShown } from "../text/excerpt.ts";
import { hashOf } from "../text/likeness.ts";
import { isOnTopic, looksPlausible } from "../text/plausible.ts";
import { answerBlock, caseBlocks, frame, modelAnswer, type Ground } from "./frame.ts";
import { reasonText } from "./plain-reason.ts";

const rubric: readonly string[] = [
  "Die Entscheidung ist genannt: freigeben oder nicht.",
  "Der Grund ist eine Stelle in der Antwort, nicht ein Gefühl.",
  "Die Stelle ist am amtlichen Text geprüft.",
  "Es steht da, was vor einer Freigabe zu ändern wäre.",
];

/**
 * „Freigabe ja oder nein“: may the answer go out as it is? Every third one may, where the run has a
 * passed answer to the case, so that „nein“ is not always right.
 */
export function release(ground: Ground): Draft | undefined {
  const { card, material, place, case: graded } = ground;
  if (graded.reference === undefined) return undefined;
  const passed = material
    .answersOf(card.suite, card.case)
    .find((one) => one.passed && one.input === card.input && one.answer.length <= longestShown);
  const isGood = passed !== undefined && hashOf(card.anchor) % 3 === 0;
  const shown = isGood ? cleanText(passed.answer) : excerpt(card.answer, card.evidence);
  if (!isGood && !(looksPlausible(card.answer) && isOnTopic(card.answer, graded))) return undefined;
  const block = answerBlock(ground, shown);
  return {
    place,
    exercise: frame("release", ground, {
      title: "Freigabe: ja oder nein?",
      minutes: 6,
      blocks: [
        ...caseBlocks(ground),
        isGood ? { ...block, label: "Antwort eines Modells" } : block,
      ],
      question:
        "Geben Sie diese Antwort so frei, wie sie dasteht? Begründen Sie mit einer Stelle aus Text und Antwort.",
      task: releaseTask(isGood, ground),
      solution: solutionOf(isGood, ground),
    }),
    proofs: [
      { kind: "answer", text: shown, holds: isGood },
      { kind: "answer", text: isGood ? shown : cleanText(graded.reference), holds: true },
    ],
  };
}

/** Each text once: the decision as feedback, the grounds in the sample, a good answer in the solution. */
function releaseTask(isGood: boolean, { card, competence }: Ground): Task {
  const { tip } = competenceText(competence);
  return {
    kind: "release",
    release: isGood,
    feedbackYes: isGood
      ? "Richtig: Diese Antwort kann so hinausgehen."
      : `Sehen Sie noch einmal hin: So sollte diese Antwort nicht hinausgehen. ${tip}`,
    feedbackNo: isGood
      ? `Diese Antwort kann hinausgehen. ${tip}`
      : "Richtig: So sollte diese Antwort nicht hinausgehen.",
    sample: isGood
      ? "Freigeben. Sie enthält alles Nötige, nichts Erfundenes und gibt nichts preis."
      : `Nicht freigeben. ${reasonText(card)}`,
    rubric: [...rubric],
  };
}

function solutionOf(isGood: boolean, ground: Ground): string {
  if (isGood)
    return "Auch eine gute Antwort wird vor der Freigabe geprüft. Hier hält sie der Prüfung stand.";
  const better = modelAnswer(ground);
  return better === undefined
    ? "Die Antwort wird nicht ausgebessert, sondern mit klarerem Auftrag neu erstellt oder selbst geschrieben."
    : `So könnte eine brauchbare Antwort lauten: „${better}“`;
}
