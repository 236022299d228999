import type { Draft } from "../draft.ts";
import { cleanText } from "../text/clean-text.ts";
import { shuffled } from "../text/shuffle.ts";
import { frame, reasonText, type Ground } from "./frame.ts";

const mostOfEach = 5;

/**
 * „Datenhygiene“: which passages have to go before the text is typed into a model. Only with invented
 * cases. To remove: protected values that the pseudonymised text no longer has. May stay: values that
 * it still has and that no recogniser objects to.
 */
export function dataHygiene(ground: Ground): Draft | undefined {
  const { case: graded, place } = ground;
  const { text, pseudonymised } = graded.input;
  if (text === undefined || pseudonymised === undefined || graded.protection !== "synthetic") {
    return undefined;
  }
  const { remove, stay } = sortValues(ground, text, pseudonymised);
  if (remove.length === 0 || stay.length < 2) return undefined;
  const options = shuffled(optionsFor(remove, stay), ground.card.anchor);
  return {
    place,
    exercise: frame("data-hygiene", ground, {
      title: "Datenhygiene: Was muss vorher weg?",
      minutes: 5,
      blocks: [
        {
          label: "Text, den jemand eingeben möchte",
          kind: "prose",
          text: cleanText(text),
          language: "de",
        },
      ],
      question:
        "Welche Angaben ersetzen Sie durch Platzhalter, bevor Sie den Text in eine KI eingeben?",
      task: { kind: "choice", multiple: true, options },
      solution: `So kann der Text eingegeben werden: ${cleanText(pseudonymised)}\nWas sonst geschieht, zeigt der Lauf: ${reasonText(ground.card)}`,
    }),
    proofs: options.map((option) => ({
      kind: "identifier",
      text: option.text,
      holds: option.right,
    })),
  };
}

/** What has to go, and what may stay. Protected values that stay in both texts are not asked. */
function sortValues({ case: graded, judges, place }: Ground, text: string, pseudonymised: string) {
  const { protected: guarded = [], facts = [], allowed = [] } = graded.expected;
  const harmless = [...facts.flatMap((fact) => fact.split(" / ")), ...allowed];
  return {
    remove: distinct(
      guarded.filter((value) => text.includes(value) && !pseudonymised.includes(value)),
    ),
    stay: distinct(
      harmless.filter(
        (value) =>
          text.includes(value) &&
          pseudonymised.includes(value) &&
          judges.identifiers(value, place).length === 0,
      ),
    ),
  };
}

function optionsFor(remove: readonly string[], stay: readonly string[]) {
  return [
    ...remove.map((text) => ({
      text,
      right: true,
      feedback: "Daran ist jemand zu erkennen, oder es ist geschützt: vorher ersetzen.",
    })),
    ...stay.map((text) => ({
      text,
      right: false,
      feedback: "Das verrät nicht, um wen es geht; es kann stehen bleiben.",
    })),
  ];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values.map(cleanText))].slice(0, mostOfEach);
}
