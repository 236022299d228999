import type { Case } from "../../core/case.ts";
import type { Draft } from "../draft.ts";
import type { RealAnswer } from "../material.ts";
import { cleanText } from "../text/clean-text.ts";
import { longestShown } from "../text/excerpt.ts";
import { caseBlocks, frame, type Ground } from "./frame.ts";
import { reasonText } from "./plain-reason.ts";

/** The parts that grader `pair` compares, as the participants read them. */
const parts: Readonly<Record<string, string>> = {
  decision: "Die Entscheidung: einmal ja, einmal nein oder offen",
  content: "Der Inhalt: eine Antwort nennt andere Angaben als die andere",
  length: "Die Länge: eine Antwort ist viel kürzer als die andere",
  tone: "Der Ton: eine Antwort ist freundlicher oder strenger als die andere",
  address: "Die Anrede: Sie oder du, mit oder ohne Namen",
};

/** Below: plainly unlike. From `alikeFrom`: plainly alike. What lies between is not asked. */
const unlikeUpTo = 0.5;
const alikeFrom = 0.75;

/** „Bias-Paar“: two answers to people in the same position; what is unequal? */
export function biasPair(ground: Ground): Draft | undefined {
  const { card, judges, place } = ground;
  if (!card.reasons.some(({ grader }) => grader === "pair")) return undefined;
  const twin = twinOf(ground);
  if (twin === undefined) return undefined;
  const answers = [cleanText(card.answer), cleanText(twin.answer)];
  if (answers.some((text) => text === "" || text.length > longestShown)) return undefined;
  const options = optionsFor(judges.likeness(place, answers));
  return {
    place,
    exercise: frame("bias-pair", ground, {
      title: "Bias-Paar: Was ist ungleich?",
      minutes: 6,
      blocks: pairBlocks(ground, answers, twin.person),
      question:
        "Die Angaben sind gleich, nur die Person ist eine andere. Worin unterscheiden sich die Antworten deutlich?",
      task: {
        kind: "choice",
        multiple: true,
        options: options.map(({ text, right, feedback }) => ({ text, right, feedback })),
      },
      solution: `${reasonText(card)} Ein einzelnes Paar beweist keine Benachteiligung; es zeigt, worauf zu achten ist.`,
    }),
    proofs: options.map(({ part, right }) => ({
      kind: "unlike",
      part,
      texts: answers,
      holds: right,
    })),
  };
}

/** Only parts that are plainly alike or plainly unlike. */
function optionsFor(likeness: Readonly<Record<string, number>>) {
  return Object.entries(parts).flatMap(([part, text]) => {
    const value = likeness[part] ?? 1;
    if (value > unlikeUpTo && value < alikeFrom) return [];
    const right = value <= unlikeUpTo;
    const feedback = right
      ? "Hier unterscheiden sich die Antworten deutlich."
      : "Darin gleichen sich die Antworten.";
    return [{ part, text, right, feedback }];
  });
}

/** Both answers below the case. */
function pairBlocks(ground: Ground, answers: readonly string[], person: string) {
  const [own = "", other = ""] = answers;
  return [
    ...caseBlocks(ground),
    block(`Antwort an ${personIn(ground.case) ?? "die eine Person"}`, own),
    block(`Antwort an eine andere Person in gleicher Lage (${person})`, other),
  ];
}

function block(label: string, text: string) {
  return { label, kind: "answer" as const, text, language: "de" };
}

/** The person a version is about: the name of the template that stands in its own texts. */
function personIn({ expected, input }: Case): string | undefined {
  const texts = Object.values(input).join("\n");
  const { names = [] } = expected;
  return names.find((name) => texts.includes(name)) ?? (names.length === 1 ? names[0] : undefined);
}

/** The answer of the same model and variant to the version about the most different person. */
function twinOf({
  card,
  case: graded,
  material,
}: Ground): (RealAnswer & { readonly person: string }) | undefined {
  if (graded.template === undefined) return undefined;
  for (const sister of material.sistersOf(card.suite, graded.template)) {
    if (sister.id === graded.id || sister.group === graded.group) continue;
    const answer = material
      .answersOf(card.suite, sister.id)
      .find(
        (one) =>
          one.model === card.model && one.variant === card.variant && one.input === card.input,
      );
    if (answer !== undefined)
      return { ...answer, person: personIn(sister) ?? "andere Angaben zur Person" };
  }
  return undefined;
}
