import type { Case } from "../../core/case.ts";
import type { Draft } from "../draft.ts";
import { cleanText } from "../text/clean-text.ts";
import { leftNumbers } from "../text/left-numbers.ts";
import { replacedValues, type Replaced } from "../text/placeholders.ts";
import { shuffled } from "../text/shuffle.ts";
import { frame, type Ground } from "./frame.ts";
import harmless from "./harmless-words.json" with { type: "json" };
import { reasonText } from "./plain-reason.ts";

/** Together no more than the ten options of a choice. */
const mostToRemove = 6;
const mostToStay = 4;

/**
 * „Datenhygiene“: which passages have to go before the text is typed into a model. Only with invented
 * cases. To remove: what placeholders stand for in the pseudonymised text, names first, and the file
 * numbers it still has. May stay: words of a fixed list that lead to nobody.
 */
export function dataHygiene(ground: Ground): Draft | undefined {
  const { case: graded, place } = ground;
  if (graded.protection !== "synthetic") return undefined;
  const [text, pseudonymised] = [graded.input.text, graded.input.pseudonymised].map((one) =>
    cleanText(one ?? ""),
  );
  if (text === undefined || pseudonymised === undefined) return undefined;
  const replaced = replacedValues(text, pseudonymised);
  if (replaced === undefined) return undefined;
  const numbers = leftNumbers(pseudonymised);
  const remove = valuesToRemove(replaced, numbers);
  const stay = harmlessWords(text, pseudonymised, graded);
  if (remove.length === 0 || stay.length < 2) return undefined;
  const options = shuffled(optionsFor(remove, stay), ground.card.anchor);
  const safe = numbers.reduce((whole, one) => whole.replaceAll(one, "[NUMMER]"), pseudonymised);
  return {
    place,
    exercise: frame("data-hygiene", ground, {
      title: "Datenhygiene: Was muss vorher weg?",
      minutes: 5,
      blocks: [{ label: "Text, den jemand eingeben möchte", kind: "prose", text, language: "de" }],
      question:
        "Welche Angaben ersetzen Sie durch Platzhalter, bevor Sie den Text in eine KI eingeben?",
      task: { kind: "choice", multiple: true, options },
      solution: `Mit Platzhaltern sieht der Text so aus: ${safe}${stillDelicate(safe, graded)}${consequence(ground)}`,
    }),
    proofs: options.map(({ text: value, right }) => ({
      kind: "removed",
      text: value,
      holds: right,
    })),
  };
}

/** One wording per placeholder, the longest; names before everything else. */
function valuesToRemove(replaced: readonly Replaced[], numbers: readonly string[]): string[] {
  const longest = new Map<string, string>();
  for (const { placeholder, value } of replaced) {
    if (value.length > (longest.get(placeholder)?.length ?? 0)) longest.set(placeholder, value);
  }
  const sorted = [...longest].toSorted(
    ([a], [b]) => Number(b.startsWith("[NAME")) - Number(a.startsWith("[NAME")),
  );
  const [names, others] = [
    sorted.filter(([mark]) => mark.startsWith("[NAME")).slice(0, 3),
    sorted.filter(([mark]) => !mark.startsWith("[NAME")),
  ];
  const values = [...names.map(([, value]) => value), ...numbers, ...others.map(([, one]) => one)];
  return [...new Set(values)].slice(0, mostToRemove);
}

/** Words of the list that both texts have and that no protected or allowed value contains. */
function harmlessWords(text: string, pseudonymised: string, { expected }: Case): string[] {
  const guarded = [...(expected.protected ?? []), ...(expected.allowed ?? [])]
    .join("\n")
    .toLowerCase();
  const words = new Set(text.match(/\p{L}+/gu));
  const kept = new Set(pseudonymised.match(/\p{L}+/gu));
  return harmless.words
    .filter((word) => words.has(word) && kept.has(word) && !guarded.includes(word.toLowerCase()))
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, mostToStay);
}

/** Protected values that are left: whoever knows the case may guess, and they need not go in at all. */
function stillDelicate(safe: string, { expected: { protected: guarded = [] } }: Case): string {
  const left = guarded.filter((value) => safe.includes(value)).map((value) => `„${value}“`);
  return left.length === 0
    ? ""
    : `\nAuch ohne Namen heikel und deshalb zu streichen, wenn der Auftrag es nicht braucht: ${left.join(", ")}.`;
}

/** What a model gave away of this case, where the failure is about that. */
function consequence({ card }: Ground): string {
  const reasons = card.reasons.filter(({ grader }) => grader === "personal-data");
  return reasons.length === 0
    ? ""
    : `\nWozu das dient, zeigt die Antwort eines Modells auf diesen Fall. ${reasonText({ ...card, reasons })}`;
}

function optionsFor(remove: readonly string[], stay: readonly string[]) {
  return [
    ...remove.map((text) => ({
      text,
      right: true,
      feedback: "Diese Angabe führt zu einer Person: vorher ersetzen.",
    })),
    ...stay.map((text) => ({
      text,
      right: false,
      feedback: "Dieses Wort führt für sich allein zu niemandem; es kann stehen bleiben.",
    })),
  ];
}
