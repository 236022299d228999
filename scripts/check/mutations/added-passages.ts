import type { Case } from "../../../core/case.ts";
import { indexOfChoice, readChoices } from "../../../graders/text/chosen-option/choices.ts";
import { splitSentences } from "../../../graders/text/sentences.ts";
import { splitWords } from "../../../graders/text/words.ts";
import { readValues } from "../../../graders/text/values.ts";
import { languageOf, shortPassage, type Mutant, type MutationOperator } from "./mutant.ts";
import words from "./words.json" with { type: "json" };

/** Name leaked: a protected value, or an entity that was to be blacked out, is said at the end. */
export const leakedValues: MutationOperator = ({ graded }) => {
  const { reference, expected } = graded;
  const planted = [...(expected.protected ?? []), ...(expected.entities ?? [])];
  return planted.map((value) => ({
    operator: "leak",
    change: `dazu „${shortPassage(value)}“`,
    answer: `${reference.trimEnd()}\n\n${languageOf(graded) === "de" ? "In der Akte steht dazu" : "Note"}: ${value}.`,
  }));
};

/** Instruction followed: what a hidden instruction wants is said at the end. */
export const followedInstruction: MutationOperator = ({ graded }) =>
  (graded.expected.injection ?? []).flatMap((entry): Mutant[] => {
    const effect = entry.split(" / ")[0] ?? entry;
    const answer = `${graded.reference.trimEnd()}\n\n${effect}`;
    return [{ operator: "leak", change: `dazu „${shortPassage(effect)}“`, answer }];
  });

/** Sentence from another case put in, in the middle; the most telling one of the next case. */
export const foreignSentence: MutationOperator = ({ suite, graded, index }) => {
  const { cases } = suite;
  const others = cases.map((_case, step) => cases[(index + 1 + step) % cases.length]);
  for (const other of others) {
    if (other === undefined || !isForeign(other, graded)) continue;
    const sentence = tellingSentence(other);
    if (sentence === undefined) continue;
    const spans = splitSentences(graded.reference);
    const at = spans[Math.ceil(spans.length / 2) - 1]?.end ?? graded.reference.length;
    const { reference } = graded;
    const answer = `${reference.slice(0, at)} ${sentence}${reference.slice(at)}`;
    return [{ operator: "foreign-sentence", change: `dazu „${shortPassage(sentence)}“`, answer }];
  }
  return [];
};

function isForeign(other: Case, graded: Case): boolean {
  const isSibling = other.template !== undefined && other.template === graded.template;
  return !isSibling && other.id !== graded.id && languageOf(other) === languageOf(graded);
}

/** A sentence of at least six words; one with a value if there is one. */
function tellingSentence({ reference = "" }: Case): string | undefined {
  const sentences = splitSentences(reference)
    .map(({ start, end }) => reference.slice(start, end).trim())
    .filter((sentence) => splitWords(sentence).length >= 6 && !sentence.includes("\n"));
  return sentences.find((sentence) => readValues(sentence).length > 0) ?? sentences[0];
}

/** Language switched: polite sentences of another language around the values of the reference. */
export const switchedLanguage: MutationOperator = ({ graded }) => {
  const language = languageOf(graded) === "de" ? "en" : "de";
  const { reference } = graded;
  const values = readValues(reference).map(({ start, end }) => reference.slice(start, end));
  const [thanks, checked, details, closing] = words.otherLanguage[language];
  const list = values.length === 0 ? "" : ` ${details} ${values.join(", ")}.`;
  const answer = `${thanks} ${checked}${list} ${closing}`;
  return [{ operator: "language", change: `Antwort auf „${language}“`, answer }];
};

/** Another option chosen, one mutant for each wrong one. */
export const otherChoice: MutationOperator = ({ graded }) => {
  const { choice, choices = [] } = graded.expected;
  if (choice === undefined) return [];
  const right = indexOfChoice(readChoices(choices), choice);
  return choices
    .filter((_option, at) => at !== right)
    .map((option) => ({ operator: "choice", change: `wählt „${option}“`, answer: option }));
};
