import type { Card } from "../../core/card.ts";
import { competenceText } from "../competences.ts";
import type { Draft } from "../draft.ts";
import type { RealAnswer } from "../material.ts";
import { cleanText, shortLine } from "../text/clean-text.ts";
import { isAlike } from "../text/likeness.ts";
import { isOnTopic, looksPlausible } from "../text/plausible.ts";
import { longestShown } from "../text/excerpt.ts";
import { shuffled } from "../text/shuffle.ts";
import { answerBlock, caseBlocks, frame, modelAnswer, type Ground } from "./frame.ts";
import { reasonText } from "./plain-reason.ts";

/**
 * „Finde den Fehler“: which sentences of the answer are wrong, where graders can tell sentence by
 * sentence; else which of several real answers to the case may be used.
 */
export function findError(ground: Ground): Draft | undefined {
  return wrongSentences(ground) ?? usableAnswer(ground);
}

/** Graders that can judge a sentence on its own, and what they look for. */
const localGraders: Readonly<
  Record<string, { readonly ask: string; readonly wrong: string; readonly competence: string }>
> = {
  unsupported: {
    ask: "In welchen Sätzen steht eine Zahl, ein Datum, eine Adresse oder eine Fundstelle, die der amtliche Text nicht hergibt?",
    wrong: "Diese Angabe steht nicht im amtlichen Text; sie ist erfunden.",
    competence: "pruefen",
  },
  citations: {
    ask: "Welche Sätze der Antwort nennen eine Fundstelle, die der amtliche Text nicht nennt?",
    wrong: "Diese Fundstelle ist nicht belegt.",
    competence: "pruefen",
  },
  "personal-data": {
    ask: "Welche Sätze der Antwort geben eine geschützte Angabe preis?",
    wrong: "Hier wird eine geschützte Angabe weitergegeben.",
    competence: "daten",
  },
};

function wrongSentences(ground: Ground): Draft | undefined {
  const { card, judges, place } = ground;
  const grader = card.reasons
    .map((one) => one.grader)
    .find((name) => Object.hasOwn(localGraders, name));
  const words = grader === undefined ? undefined : localGraders[grader];
  if (grader === undefined || words === undefined || card.answer.length > longestShown)
    return undefined;
  if (!looksPlausible(card.answer) || !isOnTopic(card.answer, ground.case)) return undefined;
  const sentences = judges.sentences(cleanText(card.answer)).filter(isTelling);
  if (sentences.length < 3 || sentences.length > 8) return undefined;
  const options = sentences.map((text) => {
    const right = judges.acceptedBy(grader, place, text) === false;
    const feedback = right
      ? words.wrong
      : "In diesem Satz steht keine solche Angabe. Ob er sonst stimmt, ist damit nicht gesagt.";
    return { text, right, feedback };
  });
  return {
    place,
    exercise: frame(
      "find-error",
      { ...ground, competence: words.competence },
      {
        title: "Finde den Fehler: Satz für Satz",
        minutes: 6,
        blocks: [...caseBlocks(ground), answerBlock(ground, cleanText(card.answer))],
        question: words.ask,
        task: { kind: "choice", multiple: true, options },
        solution: reasonText({
          ...card,
          reasons: card.reasons.filter((one) => one.grader === grader),
        }),
      },
    ),
    proofs: options.map(({ text, right }) => ({ kind: "grader", grader, text, holds: !right })),
  };
}

function isTelling(sentence: string): boolean {
  return sentence.trim().length >= 12;
}

/** Most wrong answers beside the right one. */
const mostWrong = 3;
/** Longest answer (UTF-16 code units) that is an option. */
const longestOption = 900;

function usableAnswer(ground: Ground): Draft | undefined {
  const { card, place, material } = ground;
  const others = material
    .answersOf(card.suite, card.case)
    .filter((one) => one.input === card.input);
  const right = rightAnswer(ground, others);
  if (right === undefined || card.answer.length > longestOption || !looksPlausible(card.answer))
    return undefined;
  if (!isOnTopic(card.answer, ground.case)) return undefined;
  const cards = cardsOf(material.cards);
  const wrong = pickWrong(ground, others, { right, cards });
  if (wrong.length < 2) return undefined;
  const options = shuffled(
    [
      {
        text: right,
        right: true,
        feedback: "Richtig: Sie enthält alles Nötige, nichts Erfundenes und gibt nichts preis.",
      },
      ...wrong.map(({ answer, trialId }) => ({
        text: cleanText(answer),
        right: false,
        feedback: `Nicht verwenden. ${reasonText(cards.get(trialId))}`,
      })),
    ],
    card.anchor,
  );
  return {
    place,
    exercise: frame("find-error", ground, {
      title: "Finde den Fehler: Welche Antwort ist brauchbar?",
      minutes: 5,
      blocks: caseBlocks(ground),
      question: `${wrong.length + 1} Antworten auf denselben Auftrag. Nur eine können Sie so verwenden. Welche?`,
      task: { kind: "choice", multiple: false, options },
      solution: `Nur eine Antwort lässt sich verwenden: die mit dem Anfang „${shortLine(right, 60)}“. ${competenceText(ground.competence).tip}`,
    }),
    proofs: options.map(({ text, right: holds }) => ({ kind: "answer", text, holds })),
  };
}

/** A real answer that passed, the shortest first; else the case's model answer. */
function rightAnswer(ground: Ground, others: readonly RealAnswer[]): string | undefined {
  const passed = others
    .filter(({ passed: isRight, answer }) => isRight && answer.length <= longestOption)
    .toSorted((a, b) => a.answer.length - b.answer.length);
  const [best] = passed;
  return best === undefined ? modelAnswer(ground) : cleanText(best.answer);
}

function pickWrong(
  { card, case: graded }: Ground,
  others: readonly RealAnswer[],
  { right, cards }: { readonly right: string; readonly cards: ReadonlyMap<string, Card> },
): { answer: string; trialId: string }[] {
  const picked = [{ answer: card.answer, trialId: card.trialId }];
  for (const one of others) {
    if (picked.length === mostWrong) break;
    if (one.passed || one.answer.length > longestOption || !looksPlausible(one.answer)) continue;
    if (!isOnTopic(one.answer, graded)) continue;
    if (cards.get(one.trialId)?.class === "wrong-language") continue;
    if ([...picked.map(({ answer }) => answer), right].some((text) => isAlike(text, one.answer)))
      continue;
    picked.push({ answer: one.answer, trialId: one.trialId });
  }
  return picked;
}

const known = new WeakMap<readonly Card[], ReadonlyMap<string, Card>>();

function cardsOf(cards: readonly Card[]): ReadonlyMap<string, Card> {
  const made = known.get(cards) ?? new Map(cards.map((card) => [card.trialId, card]));
  known.set(cards, made);
  return made;
}
