import { splitSentences } from "../../../graders/text/sentences.ts";
import { languageOf, shortPassage, type Mutant, type MutationOperator } from "./mutant.ts";
import words from "./words.json" with { type: "json" };

/** Condition dropped: the clause with `wenn`, `falls`, `sofern` … is gone, one mutant a clause. */
export const droppedConditions: MutationOperator = ({ graded }) => {
  if (languageOf(graded) !== "de") return [];
  const { reference } = graded;
  return [...reference.matchAll(condition)].flatMap((found): Mutant[] => {
    const [passage] = found;
    const rest = reference.slice(found.index + passage.length);
    const before = reference.slice(0, found.index);
    const isLead = /(?:^|[.!?:]\s+|\n\s*(?:[-*•]\s+)?)$/u.test(before);
    const kept = isLead ? capitalized(rest.replace(/^,?\s*(?:dann\s+)?/u, "")) : rest;
    const answer = isLead ? before + kept : before.replace(/,\s*$/u, "") + kept;
    if (answer.trim() === "" || answer === reference) return [];
    return [{ operator: "condition", change: `ohne „${shortPassage(passage)}“`, answer }];
  });
};

const condition = new RegExp(
  `(?<!\\p{L})(?:nur |Nur )?(?:${words.conditionWords
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)])
    .join("|")})(?!\\p{L})[^.!?;,\\n]+(?=[.!;,\\n])`,
  "gu",
);

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Remedy removed: the sentences that name Widerspruch, Klage or Einspruch are gone. */
export const removedRemedy: MutationOperator = ({ graded }) => {
  if (languageOf(graded) !== "de") return [];
  const { reference, expected } = graded;
  const isAsked = expected.remedy !== undefined || remedyWord.test(authoredText(expected));
  const sentences = splitSentences(reference);
  const named = sentences.filter(({ start, end }) => remedyWord.test(reference.slice(start, end)));
  const [first] = named;
  if (!isAsked || first === undefined || named.length === sentences.length) return [];
  const answer = named.reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    reference,
  );
  const passage = shortPassage(reference.slice(first.start, first.end));
  return [{ operator: "remedy", change: `ohne „${passage}“`, answer }];
};

const remedyWord = new RegExp(`(?:${words.remedyWords.join("|")})`, "iu");

function authoredText({
  facts = [],
  keyPoints = [],
}: {
  facts?: string[] | undefined;
  keyPoints?: string[] | undefined;
}): string {
  return [...facts, ...keyPoints].join("\n");
}

/** Text cut off after a half and after three quarters, in the middle of a sentence. */
export const cutText: MutationOperator = ({ graded }) => {
  const { reference } = graded;
  const sentences = splitSentences(reference);
  if (sentences.length < 2) return [];
  return [0.5, 0.75].flatMap((share): Mutant[] => {
    const ends = [...reference.matchAll(/[^\s.!?:;,](?=[ \n])/gu)].map(({ index }) => index + 1);
    const at = ends.findLast((end) => end <= reference.length * share) ?? ends[0];
    if (at === undefined) return [];
    const answer = reference.slice(0, at);
    return [{ operator: "cut", change: `endet mit „${shortPassage(answer.slice(-40))}“`, answer }];
  });
};
