import type { Draft } from "../draft.ts";
import type { ShownRate } from "../material.ts";
import { cleanText } from "../text/clean-text.ts";
import { excerpt } from "../text/excerpt.ts";
import { percent } from "../text/numbers.ts";
import { answerBlock, caseBlocks, frame, type Ground } from "./frame.ts";
import { reasonText } from "./plain-reason.ts";

/** What trainers look for; the rules of grader `prompt-hygiene`. */
export const promptRubric: readonly string[] = [
  "Auftrag: Es steht da, was zu tun ist und für wen.",
  "Quelle: Es steht da, worauf die Antwort sich stützen darf.",
  "Form: Länge, Aufbau oder Sprachniveau sind genannt.",
  "Prüfung: Es steht da, was zu prüfen ist und was gilt, wenn die Quelle nichts hergibt.",
  "Daten: Keine Angabe, an der jemand zu erkennen ist.",
];

/** „Prompt verbessern“: the weak prompt that failed is put right; the trained one is the sample. */
export function improvePrompt(ground: Ground): Draft | undefined {
  const { card, material, place } = ground;
  const prompts = card.variant.startsWith("untrained") ? material.promptsOf(card) : undefined;
  if (prompts === undefined || isWorse(ground)) return undefined;
  const [weak, strong] = [cleanText(prompts.weak), cleanText(prompts.strong)];
  return {
    place,
    exercise: frame("improve-prompt", ground, {
      title: "Prompt verbessern",
      minutes: 10,
      blocks: [
        ...caseBlocks(ground),
        { label: "So wurde gefragt", kind: "prompt", text: weak, language: "de" },
        answerBlock(ground, excerpt(card.answer, card.evidence)),
      ],
      question:
        "Die Antwort ist nicht zu verwenden. Schreiben Sie den Auftrag so um, dass eine brauchbare Antwort möglich wird.",
      task: { kind: "essay", template: weak, sample: strong, rubric: [...promptRubric] },
      solution: `Woran die Antwort scheiterte: ${reasonText(card)}\n${effectOf(ground)}`,
    }),
    proofs: [
      { kind: "prompt", text: weak, holds: false },
      { kind: "prompt", text: strong, holds: true },
      { kind: "answer", text: cleanText(card.answer), holds: false },
    ],
  };
}

/** A prompt that did worse in the run is no sample. */
function isWorse({ card, material }: Ground): boolean {
  const before = material.rateOf(card, "untrained") ?? material.rateOf(card, card.variant);
  const after = material.rateOf(card, "trained");
  return before !== undefined && after !== undefined && after.value < before.value;
}

/** The rates before and after, with interval; and what became of this very case. */
function effectOf({ card, material }: Ground): string {
  const before = material.rateOf(card, "untrained") ?? material.rateOf(card, card.variant);
  const after = material.rateOf(card, "trained");
  const trained = material
    .answersOf(card.suite, card.case)
    .find(
      (one) => one.model === card.model && one.input === card.input && one.variant === "trained",
    );
  const own =
    trained === undefined
      ? ""
      : ` Bei diesem Fall ${trained.passed ? "bestand" : "bestand auch"} die Antwort auf den ausführlichen Auftrag${trained.passed ? "" : " nicht"}.`;
  if (before === undefined || after === undefined)
    return `Vergleichswerte liegen im Lauf nicht vor.${own}`;
  return `Im Lauf bestanden mit dem kurzen Auftrag ${rateText(before)}, mit dem ausführlichen ${rateText(after)}.${own}`;
}

function rateText({ n, value, low, high, method }: ShownRate): string {
  return `${percent(value)} von ${n} Fällen (${percent(low)} bis ${percent(high)}; ${method})`;
}
