import type { ReferencedCase } from "../../../core/case.ts";
import { indexAnswer } from "../../../graders/facts/answer-index.ts";
import { readFact } from "../../../graders/facts/fact-phrase.ts";
import { findFact, type FactPlace } from "../../../graders/facts/find-fact.ts";
import { splitSentences } from "../../../graders/text/sentences.ts";
import {
  describeChange,
  languageOf,
  replaceRange,
  type Mutant,
  type MutationOperator,
} from "./mutant.ts";
import words from "./words.json" with { type: "json" };

/**
 * Negation turned, one mutant a sentence: `nicht` and `kein` are taken out, `ohne` becomes `mit`. A
 * sentence without a negation gets a `nicht` where a denial would change what the reader may, can or
 * must do, or an authored fact or key point. German only.
 */
export const turnedNegations: MutationOperator = ({ graded }) => {
  if (languageOf(graded) !== "de") return [];
  const { reference } = graded;
  const places = authoredPlaces(graded);
  return splitSentences(reference).flatMap((sentence): Mutant[] => {
    const before = reference.slice(sentence.start, sentence.end);
    const matters =
      modalVerb.test(before) ||
      places.some(({ start, end }) => start < sentence.end && end > sentence.start);
    const after = withoutNegation(before) ?? (matters ? withNegation(before) : undefined);
    if (after === undefined) return [];
    return [
      {
        operator: "negation",
        change: describeChange(before, after),
        answer: replaceRange(reference, sentence, after),
      },
    ];
  });
};

/** Where the authored facts and key points stand in the reference. */
function authoredPlaces({ reference, expected, input }: ReferencedCase): FactPlace[] {
  const index = indexAnswer(reference, input.question ?? "");
  return [...(expected.facts ?? []), ...(expected.keyPoints ?? [])].flatMap((fact) => {
    const finding = findFact(index, readFact(fact), { strict: false });
    return finding.status === "met" ? [finding.place] : [];
  });
}

function withoutNegation(sentence: string): string | undefined {
  const changed = sentence
    .replaceAll(/(?<!\p{L})nicht (?!nur)/gu, "")
    .replaceAll(/(?<!\p{L})(k|K)ein(?=(?:e|en|em|er|es)?(?!\p{L}))/gu, (_all, letter: string) =>
      letter === "K" ? "Ein" : "ein",
    )
    .replaceAll(/(?<!\p{L})ohne(?!\p{L}| dass)/gu, "mit")
    .replaceAll(/(?<!\p{L})Ohne(?!\p{L}| dass)/gu, "Mit")
    .replaceAll(/ nicht(?=[.!,;])/gu, "");
  return changed === sentence ? undefined : changed;
}

const denies = /(?<!\p{L})(?:nicht|kein\p{L}*|nie|niemals|ohne|weder|nichts|nur)(?!\p{L})/iu;
const modalVerb = new RegExp(`(?<!\\p{L})(?:${words.modalVerbs.join("|")})(?!\\p{L})`, "u");
const finiteVerb = new RegExp(`(?<!\\p{L})(?:${words.finiteVerbs.join("|")})(?!\\p{L})`, "u");

const subordinate = /^(?:wenn|falls|sofern|sobald|solange|bevor|nachdem|weil|da|wer|was|ob)\s/iu;

/** `nicht` stands before the verb at the end of the sentence, else at its end. */
function withNegation(sentence: string): string | undefined {
  if (denies.test(sentence) || /\?/u.test(sentence) || subordinate.test(sentence)) return undefined;
  const clause = /^[^;:–()\n]+?(?=[.!]$|,\s)/u.exec(sentence)?.[0];
  if (clause === undefined || !finiteVerb.test(clause)) return undefined;
  const last = /\s(\p{Ll}+(?:en|ern|eln|t))$/u.exec(clause);
  const isVerb = last !== null && !finiteVerb.test(last[1] ?? "");
  const at = isVerb ? last.index : clause.length;
  return `${sentence.slice(0, at)} nicht${sentence.slice(at)}`;
}
