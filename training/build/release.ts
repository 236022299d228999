import type { Draft } from "../draft.ts";
import type { Task } from "../exercise.ts";
import { cleanText } from "../text/clean-text.ts";
import { excerpt, longestShown } from "../text/excerpt.ts";
import { hashOf } from "../text/likeness.ts";
import { answerBlock, caseBlocks, frame, reasonText, type Ground } from "./frame.ts";

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
  const passed = material
    .answersOf(card.suite, card.case)
    .find((one) => one.passed && one.input === card.input && one.answer.length <= longestShown);
  const isGood = passed !== undefined && hashOf(card.anchor) % 3 === 0;
  const shown = isGood ? cleanText(passed.answer) : excerpt(card.answer, card.evidence);
  if (shown === "") return undefined;
  const reason = isGood
    ? "Sie enthält alles Nötige, nichts Erfundenes und gibt nichts preis."
    : reasonText(card);
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
      task: releaseTask(isGood, reason, cleanText(graded.reference)),
      solution: reason,
    }),
    proofs: [
      { kind: "answer", text: shown, holds: isGood },
      { kind: "answer", text: cleanText(graded.reference), holds: true },
    ],
  };
}

function releaseTask(isGood: boolean, reason: string, reference: string): Task {
  return {
    kind: "release",
    release: isGood,
    feedbackYes: isGood ? `Richtig. ${reason}` : `Nein, so darf sie nicht hinaus. ${reason}`,
    feedbackNo: isGood
      ? `Sie dürfen sie freigeben. ${reason}`
      : `Richtig: nicht freigeben. ${reason}`,
    sample: isGood
      ? `Freigeben. ${reason}`
      : `Nicht freigeben. ${reason} Eine Antwort, die trägt: „${reference}“`,
    rubric: [...rubric],
  };
}
